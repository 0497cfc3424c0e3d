package org.rung.ladder;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pure fold of one supporter's facts on one ladder. Facts may come in any order; nothing but the facts and the
 * clock goes in. An action at the very instant of a fall saves the rung.
 */
final class Climb {
    private final Ladder ladder;
    private final List<Fact> facts;
    private final List<Move> moves = new ArrayList<>();
    private int seen;
    private int position = 1;
    private int highest = 1;
    private Instant since;
    private Reason cause = Reason.NOTHING;
    private boolean locked;
    private Instant heldUntil;
    private @Nullable Instant risen;
    private List<Fact> evidence = List.of();

    private Climb(Ladder ladder, List<Fact> facts) {
        this.ladder = ladder;
        this.facts = facts;
        this.since = facts.isEmpty() ? Instant.EPOCH : facts.getFirst().at();
        this.heldUntil = since;
    }

    /**
     * Where the facts leave them. slippingAt and fallsAt: the next instants at which the clock alone changes something.
     *
     * @param risen when they first stood above the lowest rung
     * @param proposed a rung above whose rule they meet and that waits for a member to say so
     * @param evidence what put them where they stand; none for time and hands
     */
    record Stand(
            int position,
            int highest,
            Instant since,
            Reason cause,
            Optional<Instant> lastAction,
            Optional<Instant> slippingAt,
            Optional<Instant> fallsAt,
            Optional<Instant> risen,
            Optional<Proposed> proposed,
            List<Fact> evidence,
            List<Move> moves) {
        Stand with(List<Move> others) {
            return new Stand(
                    position,
                    highest,
                    since,
                    cause,
                    lastAction,
                    slippingAt,
                    fallsAt,
                    risen,
                    proposed,
                    evidence,
                    List.copyOf(others));
        }
    }

    /** @param until when the rule ceases to hold if nothing more happens */
    record Proposed(int position, Instant at, Instant until, List<Fact> evidence) {}

    static Stand of(Ladder ladder, Collection<Fact> facts, Instant now) {
        return new Climb(
                        ladder,
                        facts.stream()
                                .filter(fact -> !fact.at().isAfter(now))
                                .sorted(Matches.ORDER)
                                .toList())
                .fold(now);
    }

    private Stand fold(Instant now) {
        while (seen < facts.size()) {
            Instant at = facts.get(seen).at();
            fall(at.minusNanos(1));
            int from = seen;
            while (seen < facts.size() && facts.get(seen).at().equals(at)) {
                seen++;
            }
            rise(at, true);
            facts.subList(from, seen).forEach(this::decide);
        }
        fall(now);
        Optional<Instant> falls = fallsAt();
        Optional<Instant> slips = falls.map(end -> end.minus(Duration.ofHours(6L * days(position))));
        return new Stand(
                position,
                highest,
                since,
                cause,
                lastAction(),
                slips,
                falls,
                Optional.ofNullable(risen),
                proposed(now),
                evidence,
                List.copyOf(moves));
    }

    /** From the top rung down. An old action does not undo a later decision: only new evidence counts, or the end of a lock. */
    private void rise(Instant at, boolean byNewEvidence) {
        for (int to = ladder.top(); to > position && !locked; to--) {
            Matches.@Nullable Match match = ladder.rung(to).byHand() ? null : match(to);
            if (match != null
                    && match.holdsUntil().isAfter(at)
                    && (!byNewEvidence || match.evidence().getLast().at().equals(at))) {
                Move move = new Move(position, to, MoveCause.ACTION, at, match.evidence(), ladder.version());
                moves.add(move);
                stand(to, at, Reason.of(match.evidence()));
                evidence = match.evidence();
            }
        }
    }

    private void decide(Fact fact) {
        switch (fact) {
            case Fact.Moved moved ->
                stand(
                        Math.clamp(moved.position(), 1, ladder.top()),
                        moved.at(),
                        Reason.byHand(moved.at(), moved.reason()));
            case Fact.Locked lock -> locked = true;
            case Fact.Unlocked unlock -> {
                locked = false;
                heldUntil = unlock.at();
                rise(unlock.at(), false);
            }
            case Fact.Done done -> {}
            case Fact.Kept kept -> {}
        }
    }

    private void fall(Instant now) {
        for (Optional<Instant> due = fallsAt(); due.isPresent() && !due.get().isAfter(now); due = fallsAt()) {
            Instant at = due.get();
            moves.add(new Move(position, position - 1, MoveCause.FADE, at, List.of(), ladder.version()));
            stand(position - 1, at, Reason.faded(at, days(position)));
        }
    }

    private void stand(int to, Instant at, Reason why) {
        if (to > 1 && risen == null) {
            risen = at;
        }
        position = to;
        highest = Math.max(highest, to);
        since = at;
        cause = why;
        evidence = List.of();
    }

    /** The wait begins when the rule stops holding, when they came here, or when a lock ended: whichever is last. */
    private Optional<Instant> fallsAt() {
        if (locked || position == 1 || ladder.rung(position).byHand()) {
            return Optional.empty();
        }
        Matches.@Nullable Match match = match(position);
        Instant start = since.isAfter(heldUntil) ? since : heldUntil;
        if (match != null && match.holdsUntil().isAfter(start)) {
            start = match.holdsUntil();
        }
        return Optional.of(start.plus(Duration.ofDays(days(position))));
    }

    private Optional<Proposed> proposed(Instant now) {
        for (int to = ladder.top(); to > position && !locked; to--) {
            Matches.@Nullable Match match = ladder.rung(to).confirmed() ? match(to) : null;
            if (match != null && match.holdsUntil().isAfter(now)) {
                return Optional.of(
                        new Proposed(to, match.evidence().getLast().at(), match.holdsUntil(), match.evidence()));
            }
        }
        return Optional.empty();
    }

    private Matches.@Nullable Match match(int position) {
        return ladder.rung(position)
                .rule()
                .flatMap(rule -> Matches.of(rule, facts.subList(0, seen).reversed()))
                .orElse(null);
    }

    private int days(int position) {
        return ladder.rung(position).rule().map(Rule::days).orElse(0);
    }

    private Optional<Instant> lastAction() {
        return facts.reversed().stream()
                .filter(fact -> fact instanceof Fact.Done)
                .map(Fact::at)
                .findFirst();
    }
}
