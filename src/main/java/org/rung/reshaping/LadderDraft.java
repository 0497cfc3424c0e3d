package org.rung.reshaping;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.ladder.LadderId;
import org.rung.ladder.Shape;

/**
 * What a ladder is to become; one a ladder, for all who edit it.
 *
 * @param base the version that it starts from
 * @param revision how often it was changed; 0 when nobody has begun one, and the shape is today's
 */
public record LadderDraft(
        LadderId ladderId, int base, int revision, Shape shape, Optional<MemberId> by, Optional<Instant> at) {
    public boolean begun() {
        return revision > 0;
    }
}
