package org.rung.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.rung.common.Problem;
import org.rung.links.ShortForm;

class WordingsInScriptsTest {
    private static final ScriptTree TREE = new ScriptTree("one", Optional.empty()).worded(List.of("two", "three"));

    @Test
    void they_are_stored_and_read_as_they_were() {
        assertThat(ScriptJson.read(ScriptJson.write(TREE))).isEqualTo(TREE);
        assertThat(ScriptJson.write(new ScriptTree("one", Optional.empty()))).doesNotContain("wordings");
        assertThatThrownBy(() -> ScriptJson.read("{\"firstText\": \"a\", \"wordings\": [1]}"))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void there_are_four_at_most_of_which_none_is_longer_than_a_text() {
        assertThatThrownBy(() -> TREE.worded(List.of("a", "b", "c", "d"))).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> TREE.worded(List.of("a".repeat(5_000)))).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void each_has_its_words_in_another_language_and_else_the_first_ones_of_it() {
        var spanish = TREE.saidIn("es", TREE.alone("es").saying("uno").worded(List.of("", "tres")));

        assertThat(spanish.said(0, "es")).isEqualTo("uno");
        assertThat(spanish.said(1, "es")).isEqualTo("uno");
        assertThat(spanish.said(2, "es")).isEqualTo("tres");
        assertThat(spanish.said(1, "")).isEqualTo("two");
        assertThat(spanish.unsaidIn("es")).isEqualTo(1);
        assertThat(ScriptJson.read(ScriptJson.write(spanish))).isEqualTo(spanish);
    }

    @Test
    void when_one_goes_the_words_of_those_after_it_go_with_them() {
        var spanish = TREE.saidIn("es", TREE.alone("es").saying("uno").worded(List.of("dos", "tres")));

        var fewer = spanish.without(1);

        assertThat(fewer.wordings()).containsExactly("three");
        assertThat(fewer.said(1, "es")).isEqualTo("tres");
        assertThat(fewer.without(1).variants().get("es")).containsOnlyKeys(ScriptTree.place(0));
    }

    @Test
    void every_part_is_as_large_as_another() {
        long[] parts = new long[4];
        LongStream.range(0, 40_000).map(nth -> 7_000_000_000_000L + nth * 4096).forEach(id -> parts[Split.of(id, 4)]++);

        assertThat(IntStream.range(0, 4).mapToObj(way -> parts[way]))
                .allSatisfy(part -> assertThat(part).isBetween(9_600L, 10_400L));
    }

    @Test
    void a_wording_is_checked_as_the_first_text_is() {
        var facts = new ScriptFacts(
                "Eastside Tenants Union",
                "Text STOP and we stop",
                Set.copyOf(MergeText.FIELDS),
                List.of(Map.of("firstName", "Maya")),
                ShortForm.usual(URI.create("https://rung.example.org")));
        var tree = new ScriptTree("Hi, {organization.name} here. Coming? Reply STOP to end", Optional.empty())
                .worded(List.of("Coming? Reply STOP to end", ""));

        var keys = ScriptChecks.of(tree, facts).stream()
                .filter(check -> check.level() == Check.Level.MUST)
                .map(Check::key)
                .toList();

        assertThat(keys).containsExactly("wording", "wordingEmpty");
    }
}
