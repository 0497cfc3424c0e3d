package org.rung.campaigns;

import java.time.Clock;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Changes;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.common.Sentence;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many first texts a campaign sends before somebody looks, and how many each texter takes in a day. */
@Service
public class CampaignLimits {
    private final TermsStore store;
    private final CampaignChanges changes;
    private final Campaigns campaigns;
    private final AuditLog audit;
    private final Clock clock;

    CampaignLimits(TermsStore store, CampaignChanges changes, Campaigns campaigns, AuditLog audit, Clock clock) {
        this.store = store;
        this.changes = changes;
        this.campaigns = campaigns;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Both at once; empty for no limit.
     *
     * @param sample people who are texted before the campaign pauses by itself, 1 to 1,000; kept once that has happened
     * @param dayCap first texts of one texter in a day of the organization, 1 to 10,000
     */
    @Transactional
    public void set(Actor actor, CampaignId campaignId, Optional<Integer> sample, Optional<Integer> dayCap) {
        actor.must(Permission.RUN_CAMPAIGNS);
        sample.ifPresent(size -> within("sample", size, CampaignTerms.LARGEST_SAMPLE));
        dayCap.ifPresent(size -> within("dayCap", size, CampaignTerms.LARGEST_DAY));
        var before = changes.open(actor, campaignId);
        boolean sameSample = sample.equals(before.terms().sample());
        if (!sameSample && before.terms().sampleDone()) throw new Problem.Conflict("problem.campaign-sampled");
        if (sameSample && dayCap.equals(before.terms().dayCap())) return;
        store.limit(actor.organization(), campaignId, sample, dayCap);
        audit.add(
                actor,
                "campaign.limited",
                "campaign",
                Optional.of(campaignId.value()),
                Changes.of()
                        .field("sample", before.terms().sample(), sample)
                        .field("dayCap", before.terms().dayCap(), dayCap)
                        .end());
        changes.announce(actor, campaignId, before.state());
    }

    /** How many supporters are to do what the campaign is after; 1 to 10,000,000. It may change while the campaign runs. */
    @Transactional
    public void aim(Actor actor, CampaignId campaignId, Optional<Integer> goalNumber) {
        actor.must(Permission.RUN_CAMPAIGNS);
        goalNumber.ifPresent(number -> within("goalNumber", number, CampaignTerms.LARGEST_GOAL));
        var before = changes.open(actor, campaignId);
        store.aim(actor.organization(), campaignId, goalNumber);
        audit.add(
                actor,
                "campaign.limited",
                "campaign",
                Optional.of(campaignId.value()),
                Changes.of()
                        .field("goalNumber", before.terms().goalNumber(), goalNumber)
                        .end());
        changes.announce(actor, campaignId, before.state());
    }

    /** Everyone of the sample has been texted: it pauses until somebody has looked; false when that has happened already. */
    @Transactional
    public boolean sampleDone(Actor.System system, CampaignId campaignId) {
        var before = changes.locked(system, campaignId);
        var sampling = before.terms().sampling();
        if (before.state() != CampaignState.RUNNING || sampling.isEmpty()) return false;
        store.sampleDone(system.organization(), campaignId, clock.instant());
        campaigns.pause(
                system,
                campaignId,
                Sentence.of("campaigns.sample.reason", sampling.get()).text());
        return true;
    }

    private static void within(String field, int number, int most) {
        if (number < 1 || number > most) throw new Problem.Invalid(field, "problem.from-to", 1, most);
    }
}
