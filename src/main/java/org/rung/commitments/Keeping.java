package org.rung.commitments;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.actions.ActionId;
import org.rung.actions.ActionType;
import org.rung.actions.Money;

/**
 * Which deed of a supporter kept which of their promises: each deed one, the one that ends first; a pledge the gift with
 * which they add up to its amount. A pure function, so that
 * any order in which promises and deeds become known gives the same. Who says that it was done does not matter here: a
 * rule that trusts kept promises asks for several, and one that trusts a single deed asks for better verification.
 */
final class Keeping {
    /** Doors open before the hour, and lists name the day rather than the hour. */
    private static final Duration EARLY = Duration.ofDays(1);

    private static final Comparator<Deed> AS_IT_HAPPENED =
            Comparator.comparing(Deed::at).thenComparing(deed -> deed.actionId().value());
    private static final Comparator<Promise> FIRST_TO_END = Comparator.comparing(Promise::ends)
            .thenComparing(promise -> promise.commitmentId().value());

    /** What may keep a promise of some family. */
    static final Set<ActionType> DEEDS = deeds();

    private Keeping() {}

    private static Set<ActionType> deeds() {
        Set<ActionType> deeds = EnumSet.allOf(ActionType.class);
        deeds.removeIf(type -> Arrays.stream(AskFamily.values()).noneMatch(family -> family.keptBy(type)));
        return Collections.unmodifiableSet(deeds);
    }

    /** @param named the promise that it is said to have kept: then it keeps no other */
    record Deed(ActionId actionId, ActionType type, Instant at, Optional<CommitmentId> named, Optional<Money> amount) {
        Deed(ActionId actionId, ActionType type, Instant at) {
            this(actionId, type, at, Optional.empty(), Optional.empty());
        }
    }

    /** @param pledged how much, where they said so */
    record Promise(
            CommitmentId commitmentId,
            AskFamily family,
            Instant promisedAt,
            Optional<Instant> dueAt,
            Optional<Money> pledged) {
        Promise(CommitmentId commitmentId, AskFamily family, Instant promisedAt, Optional<Instant> dueAt) {
            this(commitmentId, family, promisedAt, dueAt, Optional.empty());
        }

        /** From then on nothing keeps it any more. */
        Instant ends() {
            return Overdue.at(promisedAt, dueAt);
        }

        Instant begins() {
            return dueAt.filter(due -> family.gathering())
                    .map(due -> due.minus(EARLY))
                    .orElse(promisedAt);
        }

        boolean keptBy(Deed deed) {
            if (deed.named().isPresent()) return deed.named().get().equals(commitmentId);
            return family.keptBy(deed.type())
                    && !deed.at().isBefore(begins())
                    && deed.at().isBefore(ends())
                    && (pledged.isEmpty() || currency(pledged).equals(currency(deed.amount())));
        }

        private static Optional<String> currency(Optional<Money> money) {
            return money.map(Money::currency);
        }
    }

    /** Promises that nothing has kept are not in it. */
    static Map<CommitmentId, Deed> of(Collection<Promise> promises, Collection<Deed> deeds) {
        List<Promise> waiting = new ArrayList<>(promises);
        Map<CommitmentId, Deed> kept = new HashMap<>();
        Map<CommitmentId, Long> given = new HashMap<>();
        deeds.stream()
                .sorted(AS_IT_HAPPENED)
                .forEach(deed -> waiting.stream()
                        .filter(promise -> promise.keptBy(deed))
                        .min(FIRST_TO_END)
                        .ifPresent(promise -> {
                            if (!fulfilled(promise, deed, given)) return;
                            waiting.remove(promise);
                            kept.put(promise.commitmentId(), deed);
                        }));
        return kept;
    }

    /** Adds it to what they gave towards it before. */
    private static boolean fulfilled(Promise promise, Deed deed, Map<CommitmentId, Long> given) {
        if (promise.pledged().isEmpty() || deed.named().isPresent()) return true;
        long sum = given.merge(
                promise.commitmentId(), deed.amount().map(Money::minor).orElse(0L), Long::sum);
        return sum >= promise.pledged().get().minor();
    }
}
