package org.rung.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rung.actions.ActionType;
import org.rung.actions.Verification;
import org.rung.commitments.AskFamily;
import org.rung.common.Problem;
import org.rung.ladder.Rule.Evidence;

class RuleTextTest {
    @ParameterizedTest
    @EnumSource
    void every_default_rule_is_read_as_it_was_written(LadderKind kind) {
        for (Optional<Rule> rule : DefaultLadders.rules(kind)) {
            rule.ifPresent(one -> assertThat(RuleText.read(RuleText.write(one))).isEqualTo(one));
        }
    }

    @Test
    void every_kind_of_evidence_is_read_as_it_was_written() {
        Rule rule = new Rule(List.of(
                new Rule.Way(List.of(
                        new Evidence.Sum(EnumSet.of(ActionType.REPORTED), 10, 30, Verification.HUMAN),
                        new Evidence.Kept(EnumSet.of(AskFamily.COME, AskFamily.SHIFT), 2, 60))),
                new Rule.Way(List.of(new Evidence.Count(
                        EnumSet.of(ActionType.SIGNED, ActionType.SHARED), 4, 90, Verification.SYSTEM, 2)))));
        assertThat(RuleText.read(RuleText.write(rule))).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            {~is not JSON
            []~something else where the rule should be
            {}~needs the list "anyOf"
            {"anyOf": []}~1 to 20 ways
            {"anyOf": [{"allOf": []}]}~1 to 20 pieces
            {"anyOf": [{"allOf": [{"find": "GUESS"}]}]}~COUNT, SUM, HAS or KEPT
            {"anyOf": [{"allOf": [{"find": "HAS", "of": [], "days": 3}]}]}~no type of action
            {"anyOf": [{"allOf": [{"find": "HAS", "of": ["FLEW"], "days": 3}]}]}~something unknown
            {"anyOf": [{"allOf": [{"find": "HAS", "of": ["SIGNED"]}]}]}~whole number "days"
            {"anyOf": [{"allOf": [{"find": "HAS", "of": ["SIGNED"], "days": 0}]}]}~window from 1
            {"anyOf": [{"allOf": [{"find": "HAS", "of": ["SIGNED"], "days": 1e99}]}]}~whole number "days"
            {"anyOf": [{"allOf": [{"find": "HAS", "of": ["SIGNED"], "days": 99999999999}]}]}~too large
            {"anyOf": [{"allOf": [{"find": "HAS", "of": ["SIGNED"], "days": 3, "verified": "MAYBE"}]}]}~something unknown
            {"anyOf": [{"allOf": [{"find": "HAS", "of": ["SIGNED"], "days": 3, "window": 4}]}]}~does not know
            {"anyOf": [{"allOf": [{"find": "COUNT", "of": ["SIGNED"], "days": 3, "atLeast": -1}]}]}~threshold from 1
            {"anyOf": [{"allOf": [{"find": "KEPT", "of": ["SIGNED"], "days": 3, "atLeast": 1}]}]}~something unknown
            """)
    void nonsense_is_refused_with_a_clear_sentence(String text, String sentence) {
        assertThatThrownBy(() -> RuleText.read(text))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageStartingWith("rule ")
                .hasMessageContaining(sentence);
    }
}
