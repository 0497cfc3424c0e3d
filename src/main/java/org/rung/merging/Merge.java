package org.rung.merging;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.people.SupporterId;

/**
 * Two entries that became one.
 *
 * @param now who they are by now: kept, or whom kept was merged into since
 * @param by the member who did it; empty for a program
 * @param undoable whether it may be taken back: what it takes is kept for a while, and the latest merge of someone goes first
 */
public record Merge(
        MergeId mergeId,
        SupporterId kept,
        SupporterId gone,
        SupporterId now,
        Optional<MemberId> by,
        Instant mergedAt,
        Optional<Instant> undoneAt,
        boolean undoable) {}
