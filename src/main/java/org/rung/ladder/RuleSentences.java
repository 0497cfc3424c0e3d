package org.rung.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.rung.actions.ActionType;
import org.rung.actions.Verification;
import org.rung.common.Sentence;
import org.rung.ladder.Rule.Evidence;

/** Rules in plain sentences. */
public final class RuleSentences {
    private RuleSentences() {}

    /** One for each way, any of which is enough. */
    public static List<String> of(Rule rule, Locale locale) {
        return rule.anyOf().stream().map(way -> of(way, locale)).toList();
    }

    public static String of(Rule.Way way, Locale locale) {
        return way.allOf().stream()
                .map(evidence -> of(evidence, locale))
                .collect(Collectors.joining(Words.say(locale, "ladder.rule.and")));
    }

    public static String of(Evidence evidence, Locale locale) {
        List<String> parts = new ArrayList<>();
        switch (evidence) {
            case Evidence.Has(var of, var days, var verified, var quantity) -> {
                parts.add(Words.say(locale, "ladder.rule.HAS", types(of, locale), days));
                conditions(parts, verified, quantity, locale);
            }
            case Evidence.Count(var of, var atLeast, var days, var verified, var quantity) -> {
                parts.add(Words.say(locale, "ladder.rule.COUNT", types(of, locale), days, atLeast));
                conditions(parts, verified, quantity, locale);
            }
            case Evidence.Sum(var of, var atLeast, var days, var verified) -> {
                parts.add(Words.say(locale, "ladder.rule.SUM", types(of, locale), days, atLeast));
                conditions(parts, verified, 1, locale);
            }
            case Evidence.Kept(var of, var atLeast, var days) ->
                parts.add(Words.say(locale, "ladder.rule.KEPT", names("ladder.kept.", of, locale), days, atLeast));
        }
        return String.join(", ", parts);
    }

    private static void conditions(List<String> parts, Verification verified, long quantity, Locale locale) {
        if (quantity > 1) parts.add(Words.say(locale, "ladder.rule.quantity", quantity));
        if (verified != Verification.SELF) parts.add(Words.say(locale, "ladder.rule.verified." + verified));
    }

    private static String types(Set<ActionType> of, Locale locale) {
        return names("actions.type.", of, locale);
    }

    private static <E extends Enum<E>> String names(String prefix, Set<E> of, Locale locale) {
        return of.stream()
                .sorted()
                .map(one -> Sentence.of(prefix + one.name()).in(locale))
                .map(words -> words.substring(0, 1).toLowerCase(locale) + words.substring(1))
                .collect(Collectors.joining(Words.say(locale, "ladder.rule.or")));
    }
}
