package org.rung.bulk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.consent.SuppressionDraft;
import org.rung.filters.SupporterFilter;
import org.rung.people.SupporterId;
import org.rung.people.TagId;
import org.rung.turf.TurfId;

/**
 * Work on many people, and how far it is.
 *
 * @param target the name of the tag or of the list
 * @param suppression how far it keeps them from being texted, and why
 * @param filter of everyone who matched; empty for people who were chosen
 * @param total known once it is written down whom it is about
 * @param changed whom it changed, which may be fewer: who has a tag already is left as they are
 */
public record BulkJob(
        BulkJobId bulkJobId,
        OrganizationId organizationId,
        BulkKind kind,
        BulkState state,
        String target,
        Optional<TagId> tag,
        Optional<TurfId> turf,
        Optional<SuppressionDraft> suppression,
        Optional<SupporterFilter> filter,
        Optional<Long> total,
        long done,
        long changed,
        SupporterId after,
        Optional<Problem.Invalid> problem,
        Optional<MemberId> member,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt) {

    /** So long it is known whom a job was about; after that nothing of it can be taken back, or downloaded again. */
    public static final Duration KEPT = Duration.ofDays(7);

    public boolean working() {
        return state.working();
    }

    /** Whether what it changed can be changed back at that moment. */
    public boolean mayBeUndone(Instant now) {
        return kind.undoable()
                && changed > 0
                && (state == BulkState.DONE || state == BulkState.CANCELLED || state == BulkState.FAILED)
                && isRemembered(now);
    }

    public boolean mayBeDownloaded(Instant now) {
        return kind == BulkKind.EXPORT && (working() || state == BulkState.DONE) && isRemembered(now);
    }

    private boolean isRemembered(Instant now) {
        return endedAt.isEmpty() || endedAt.get().plus(KEPT).isAfter(now);
    }

    /** From 0 to 1. */
    public double progress() {
        if (!working()) return 1;
        return total.filter(all -> all > 0)
                .map(all -> Math.min(1.0, (double) done / all))
                .orElse(0.0);
    }
}
