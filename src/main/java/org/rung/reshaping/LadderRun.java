package org.rung.reshaping;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.ladder.LadderId;
import org.rung.ladder.Shape;
import org.rung.people.SupporterId;

/**
 * Everyone looked at once, and how far it is.
 *
 * @param version of the ladder: that of today for a preview, the new one where it is applied
 * @param revision of the draft that is looked at
 * @param shape of that draft
 * @param rises how many move up, and falls down
 */
public record LadderRun(
        LadderRunId runId,
        OrganizationId organizationId,
        LadderId ladderId,
        RunKind kind,
        RunState state,
        int version,
        int revision,
        Optional<Shape> shape,
        long total,
        long done,
        long rises,
        long falls,
        SupporterId after,
        Optional<MemberId> by,
        Instant createdAt) {

    public boolean working() {
        return state == RunState.RUNNING;
    }

    /** Whether it says what this draft would do today. */
    public boolean looksAt(LadderDraft draft, int today) {
        return kind == RunKind.PREVIEW
                && state == RunState.DONE
                && revision == draft.revision()
                && version == today
                && draft.base() == today;
    }

    /** From 0 to 1. */
    public double progress() {
        if (!working()) return 1;
        return total == 0 ? 0 : Math.min(1.0, (double) done / total);
    }
}
