package org.rung.texting;

import java.util.Optional;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignState;
import org.springframework.stereotype.Component;

/** The one reason why a batch has fewer than asked. */
@Component
class WhyFewer {
    private final WorkloadStore workloads;

    WhyFewer(WorkloadStore workloads) {
        this.workloads = workloads;
    }

    /** Why nothing at all is given, before anybody is looked for. */
    static Optional<Batch.Short> refusal(Campaign campaign, OpenHours open, int openReplies, int wanted) {
        if (campaign.state() == CampaignState.PAUSED) {
            return Optional.of(Batch.Short.PAUSED);
        }
        if (campaign.state() != CampaignState.RUNNING) {
            return Optional.of(Batch.Short.ENDED);
        }
        if (openReplies >= campaign.openRepliesCap()) {
            return Optional.of(Batch.Short.REPLIES_FIRST);
        }
        if (wanted <= 0) {
            return Optional.of(Batch.Short.ENOUGH_HELD);
        }
        return open.anyone() ? Optional.empty() : Optional.of(Batch.Short.OUTSIDE_HOURS);
    }

    Optional<Batch.Short> of(Campaign campaign, Allowance allowance, OpenHours open, int wanted, int given) {
        return given >= wanted
                ? Optional.empty()
                : allowance.bounds(wanted, given).or(() -> Optional.of(among(campaign, open)));
    }

    private Batch.Short among(Campaign campaign, OpenHours open) {
        if (campaign.state() == CampaignState.ENDED) {
            return Batch.Short.ENDED;
        }
        // Its turf is frozen when it starts: until then it has nobody to give.
        if (campaign.state() == CampaignState.DRAFT) {
            return Batch.Short.NOT_STARTED;
        }
        if (!workloads.anyLeft(campaign.campaignId())) {
            return Batch.Short.NONE_LEFT;
        }
        if (workloads.anyUnheld(campaign.campaignId(), open)) {
            return Batch.Short.TEXTED_LATELY;
        }
        return workloads.anyUnheld(campaign.campaignId(), OpenHours.ANY)
                ? Batch.Short.OUTSIDE_HOURS
                : Batch.Short.ALL_TAKEN;
    }
}
