package org.rung.ladder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The fold over a ladder that was changed. Where someone stands follows from its rules of today alone, as though they had
 * always held, so that a version taken up again puts everyone back exactly. What moved them follows from the rules of
 * each time, joined by one move for each change that moved them. A pure function, as {@link Climb} is.
 */
final class Eras {
    private Eras() {}

    /** @param versions every version, the oldest first, with that of today; none for a ladder that was never changed */
    static Climb.Stand of(Ladder today, List<LadderVersion> versions, Collection<Fact> facts, Instant now) {
        if (versions.isEmpty()) {
            return Climb.of(today, facts, now);
        }
        List<Move> moves = new ArrayList<>();
        int position = 1;
        Optional<Climb.Stand> stand = Optional.empty();
        for (int i = 0; i < versions.size(); i++) {
            LadderVersion era = versions.get(i);
            Instant end = i + 1 < versions.size() ? versions.get(i + 1).since() : now;
            List<Fact> counted = counted(versions, facts, era.version());
            Climb.Stand ends = Climb.of(era.of(today), counted, end);
            if (i == 0) {
                moves.addAll(ends.moves());
            } else {
                Climb.Stand begins = Climb.of(era.of(today), counted, era.since());
                int before = position(versions, versions.get(i - 1).version(), position, era.version());
                if (before != begins.position()) {
                    moves.add(new Move(
                            before, begins.position(), MoveCause.RULE, era.since(), begins.evidence(), era.version()));
                }
                ends.moves().stream()
                        .filter(move -> move.at().isAfter(era.since()))
                        .forEach(moves::add);
            }
            position = ends.position();
            stand = Optional.of(ends);
        }
        return stand.orElseThrow().with(moves);
    }

    /** Moves by hand name rungs as they were counted when they were made. */
    static List<Fact> counted(List<LadderVersion> versions, Collection<Fact> facts, int version) {
        return facts.stream()
                .map(fact -> fact instanceof Fact.Moved moved
                        ? moved.to(position(versions, moved.version(), moved.position(), version))
                        : fact)
                .toList();
    }

    /** Where a rung of one version is in another: itself, or the one that it went into. */
    static int position(List<LadderVersion> versions, int from, int position, int to) {
        Optional<LadderVersion> was = find(versions, from);
        Optional<LadderVersion> is = find(versions, to);
        if (from == to || was.isEmpty() || is.isEmpty()) {
            return position;
        }
        List<Rung> rungs = was.get().shape().rungs();
        RungId rung = rungs.get(Math.clamp(position, 1, rungs.size()) - 1).rungId();
        for (LadderVersion next : versions) {
            // One that went and came back is itself again.
            if (next.version() > from
                    && next.version() <= to
                    && is.get().shape().position(rung) == 0) {
                rung = next.shape().gone().getOrDefault(rung, rung);
            }
        }
        int there = is.get().shape().position(rung);
        return there > 0
                ? there
                : Math.clamp(position, 1, is.get().shape().rungs().size());
    }

    private static Optional<LadderVersion> find(List<LadderVersion> versions, int version) {
        return versions.stream().filter(one -> one.version() == version).findFirst();
    }
}
