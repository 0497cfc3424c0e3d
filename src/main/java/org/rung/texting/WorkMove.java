package org.rung.texting;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;

/**
 * Work that was moved.
 *
 * @param moved how many conversations; 0 where there was nothing to move, which is not kept
 */
public record WorkMove(
        WorkMoveId workMoveId,
        WorkMoveKind kind,
        int moved,
        Optional<MemberId> madeBy,
        Instant movedAt,
        Optional<Instant> undoneAt) {}
