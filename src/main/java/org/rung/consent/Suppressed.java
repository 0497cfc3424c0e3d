package org.rung.consent;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fold of a number's entries, as it stands beside its consent and is read with every send.
 *
 * @param until nothing begins before then
 * @param since when an entry last came
 * @param occasions what it is kept out of
 */
public record Suppressed(Optional<Instant> until, Optional<Instant> since, Set<Long> occasions) {
    public static final Suppressed NOT = new Suppressed(Optional.empty(), Optional.empty(), Set.of());

    /** Later than any day that somebody may choose. */
    static final Instant GOOD = Instant.parse("9999-12-31T00:00:00Z");

    private static final String COMMA = ",";

    public Suppressed {
        occasions = Set.copyOf(occasions);
    }

    /** From its columns. */
    public static Suppressed of(@Nullable Instant until, @Nullable Instant since, @Nullable String occasions) {
        if (until == null && occasions == null) return NOT;
        return new Suppressed(
                Optional.ofNullable(until),
                Optional.ofNullable(since),
                occasions == null
                        ? Set.of()
                        : Arrays.stream(occasions.split(COMMA))
                                .filter(one -> !one.isEmpty())
                                .map(Long::valueOf)
                                .collect(Collectors.toSet()));
    }

    static Suppressed of(Collection<Suppression> entries) {
        Optional<Instant> until = entries.stream()
                .map(Suppression::scope)
                .filter(scope -> scope.occasion() == 0)
                .findFirst()
                .map(scope -> scope.until().orElse(GOOD));
        return new Suppressed(
                until,
                entries.stream().map(Suppression::since).max(Instant::compareTo),
                entries.stream()
                        .map(one -> one.scope().occasion())
                        .filter(occasion -> occasion != 0)
                        .collect(Collectors.toSet()));
    }

    /** Not even answers leave. */
    public boolean forGood() {
        return until.filter(GOOD::equals).isPresent();
    }

    /** Whether anything keeps them from what is not part of an occasion, or from some occasion. */
    public boolean any(Instant now) {
        return !occasions.isEmpty() || until.filter(at -> at.isAfter(now)).isPresent();
    }

    /** What keeps a first text that is part of this from leaving now; what lasts longest is said first. */
    public Optional<SuppressionScope> keeping(Optional<Long> occasion, Instant now) {
        if (forGood()) return Optional.of(new SuppressionScope.ForGood());
        Optional<SuppressionScope> day = until.filter(at -> at.isAfter(now)).map(SuppressionScope.Until::new);
        return day.or(() -> occasion.filter(occasions::contains).map(SuppressionScope.Within::new));
    }

    /** As its column keeps it, a comma before each and one behind; empty for none. */
    Optional<String> line() {
        return occasions.isEmpty()
                ? Optional.empty()
                : Optional.of(new TreeSet<>(occasions)
                        .stream().map(String::valueOf).collect(Collectors.joining(COMMA, COMMA, COMMA)));
    }
}
