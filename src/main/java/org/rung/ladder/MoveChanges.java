package org.rung.ladder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;

/** What a new fold changes in the stored history: moves that it no longer holds are voided, new ones added. */
final class MoveChanges {
    static final String WHY = "Recomputed: what it rested on has changed";
    private final List<Long> gone = new ArrayList<>();
    private final List<MoveStore.Made> made = new ArrayList<>();

    /** True when anything changed for this person. */
    boolean between(LadderId ladderId, SupporterId supporterId, List<MoveStore.Stored> before, List<Move> after) {
        Map<Key, Long> stored = new HashMap<>();
        int changes = gone.size() + made.size();
        for (MoveStore.Stored move : before) {
            if (move.cause() != MoveCause.HAND) {
                stored.put(
                        new Key(move.from(), move.to(), move.cause(), move.at(), move.evidence(), move.version()),
                        move.moveId());
            }
        }
        for (Move move : after) {
            if (stored.remove(key(move)) == null) {
                made.add(new MoveStore.Made(ladderId, supporterId, move));
            }
        }
        gone.addAll(stored.values());
        return gone.size() + made.size() > changes;
    }

    private record Key(int from, int to, MoveCause cause, Instant at, List<String> evidence, int version) {}

    private static Key key(Move move) {
        return new Key(
                move.from(),
                move.to(),
                move.cause(),
                move.at(),
                ProofText.proofs(move.evidence()).stream().map(Proof::id).toList(),
                move.version());
    }

    /** The moves that are new. */
    List<Folding.Made> made() {
        return made.stream()
                .map(one -> new Folding.Made(one.ladderId(), one.move()))
                .toList();
    }

    void write(MoveStore store, OrganizationId organizationId, Instant now) {
        if (!gone.isEmpty()) {
            store.voidAll(organizationId, gone, WHY, now);
        }
        if (!made.isEmpty()) {
            store.add(organizationId, made, now);
        }
    }
}
