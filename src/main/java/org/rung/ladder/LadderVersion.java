package org.rung.ladder;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;

/**
 * What a ladder was from an instant on.
 *
 * @param backTo the version whose rungs and rules it took up again
 */
public record LadderVersion(
        LadderId ladderId,
        int version,
        Instant since,
        Shape shape,
        String note,
        Optional<Integer> backTo,
        Optional<MemberId> by) {

    Ladder of(Ladder now) {
        return new Ladder(now.ladderId(), now.kind(), now.name(), shape.rungs(), version);
    }
}
