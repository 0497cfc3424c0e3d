package org.rung.filters;

import java.util.Arrays;
import java.util.Optional;
import org.rung.common.Problem;
import org.rung.people.RelationshipKind;

/**
 * How two people must know each other to count: {@code FRIEND}, {@code 4} for at least that close, {@code FRIEND.4} for both,
 * nothing for any way.
 *
 * @param least 1 (met once) to 5 (close)
 */
public record Closeness(Optional<RelationshipKind> kind, int least) {
    /** @throws Problem.Invalid for what is none of these */
    public static Closeness read(String key) {
        var dot = key.indexOf('.');
        var kind = dot < 0 ? (isNumber(key) ? "" : key) : key.substring(0, dot);
        var least = dot < 0 ? (isNumber(key) ? key : "") : key.substring(dot + 1);
        boolean closer = dot >= 0 || !least.isEmpty();
        if (closer && !least.matches("[1-5]")) throw nonsense(key);
        return new Closeness(
                kind.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Arrays.stream(RelationshipKind.values())
                                .filter(each -> each.name().equals(kind))
                                .findFirst()
                                .orElseThrow(() -> nonsense(key))),
                least.isEmpty() ? 1 : Integer.parseInt(least));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    }

    private static Problem.Invalid nonsense(String key) {
        return new Problem.Invalid("filter", "problem.filter-closeness", key);
    }
}
