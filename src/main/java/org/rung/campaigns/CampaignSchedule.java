package org.rung.campaigns;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Changes;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When a campaign starts and ends by itself. */
@Service
public class CampaignSchedule {
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final TermsStore store;
    private final CampaignChanges changes;
    private final AuditLog audit;
    private final Clock clock;

    CampaignSchedule(TermsStore store, CampaignChanges changes, AuditLog audit, Clock clock) {
        this.store = store;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Both at once: what is empty happens by hand alone.
     *
     * @param start to come, for a draft
     * @param end to come, and after the start; at most a year from now
     * @throws Problem.Conflict for a template, an ended campaign, or the start of one that has started
     */
    @Transactional
    public void set(Actor actor, CampaignId campaignId, Optional<Instant> start, Optional<Instant> end) {
        actor.must(Permission.RUN_CAMPAIGNS);
        var before = changes.open(actor, campaignId);
        CampaignChanges.mustBeNoTemplate(before);
        if (start.isPresent() && before.state() != CampaignState.DRAFT)
            throw new Problem.Conflict("problem.campaign-starts");
        var now = clock.instant();
        start.ifPresent(at -> mustCome("startsAt", at, now));
        end.ifPresent(at -> mustCome("endsAt", at, now));
        if (start.isPresent() && end.filter(at -> !at.isAfter(start.get())).isPresent())
            throw new Problem.Invalid("endsAt", "problem.campaign-ends-first");
        store.schedule(actor.organization(), campaignId, start, end);
        audit.add(
                actor,
                "campaign.scheduled",
                "campaign",
                Optional.of(campaignId.value()),
                Changes.of()
                        .field("startsAt", before.terms().startsAt(), start)
                        .field("endsAt", before.terms().endsAt(), end)
                        .end());
        changes.announce(actor, campaignId, before.state());
    }

    private static void mustCome(String field, Instant at, Instant now) {
        if (!at.isAfter(now)) throw new Problem.Invalid(field, "problem.campaign-time-over");
        if (at.isAfter(now.plus(FARTHEST))) throw new Problem.Invalid(field, "problem.campaign-time-far");
    }
}
