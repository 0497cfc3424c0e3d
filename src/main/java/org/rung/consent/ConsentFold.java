package org.rung.consent;

import static org.rung.consent.ConsentKind.OPTED_IN;
import static org.rung.consent.ConsentKind.OPTED_OUT;
import static org.rung.consent.ConsentKind.WRONG_NUMBER;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Where a number stands by its ledger: read in the order in which things happened, whatever the order they arrived in. */
final class ConsentFold {
    /** What the fold reads of a line. */
    record Line(ConsentKind kind, ConsentSource source, Instant happenedAt) {}

    record Stand(ConsentKind consent, Instant since) {}

    /** Of two things at the same instant, the one that protects the person counts as the later. */
    private static final Comparator<Line> AS_IT_HAPPENED =
            Comparator.comparing(Line::happenedAt).thenComparing(line -> severity(line.kind()));

    private ConsentFold() {}

    static Optional<Stand> of(Collection<Line> ledger) {
        var stand = Optional.<Stand>empty();
        for (var line : ledger.stream().sorted(AS_IT_HAPPENED).toList()) stand = Optional.of(next(stand, line));
        return stand;
    }

    private static Stand next(Optional<Stand> before, Line line) {
        if (before.isEmpty()) return new Stand(line.kind(), line.happenedAt());
        return moves(before.get().consent(), line) ? new Stand(line.kind(), line.happenedAt()) : before.get();
    }

    private static boolean moves(ConsentKind from, Line line) {
        return switch (line.kind()) {
            // A list cannot take back what the person said; only the person, or someone who asked them, can.
            case OPTED_IN -> from != OPTED_IN && line.source() != ConsentSource.IMPORT;
            case OPTED_OUT, WRONG_NUMBER -> moves(from, line.kind());
        };
    }

    /** For refusals, whoever brings them. */
    static boolean moves(ConsentKind from, ConsentKind refusal) {
        // Whoever said stop has said more than that the number is another's.
        return refusal == OPTED_OUT ? from != OPTED_OUT : from == OPTED_IN;
    }

    private static int severity(ConsentKind kind) {
        return kind == OPTED_IN ? 0 : kind == WRONG_NUMBER ? 1 : 2;
    }
}
