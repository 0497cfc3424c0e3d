package org.rung.ladder;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rung.common.MemberId;

/**
 * A move in the history of a supporter; member: who moved them by hand; voided: why it no longer counts. {@link RungNames}
 * says what its rungs are called.
 */
public record MoveRow(
        long moveId,
        LadderId ladderId,
        int from,
        int to,
        MoveCause cause,
        String words,
        List<Proof> evidence,
        Instant happenedAt,
        Optional<MemberId> member,
        Optional<String> voided,
        int version) {}
