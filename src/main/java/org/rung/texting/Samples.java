package org.rung.texting;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.rung.campaigns.CampaignChanged;
import org.rung.campaigns.CampaignLimits;
import org.rung.campaigns.CampaignState;
import org.rung.campaigns.Campaigns;
import org.rung.campaigns.CampaignsPaths;
import org.rung.common.Actor;
import org.rung.common.Sentence;
import org.rung.notices.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Pauses a campaign once its sample has left, so that somebody looks at what came of it; and forgets old moves of work. */
@Component
class Samples {
    private static final Logger LOG = LoggerFactory.getLogger(Samples.class);
    private static final String NOTICE = "campaign-sample";
    private static final Duration MOVES_KEPT = Duration.ofDays(7);

    private final SampleStore store;
    private final WorkMoveUndoStore moves;
    private final CampaignLimits limits;
    private final Campaigns campaigns;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Samples(
            SampleStore store,
            WorkMoveUndoStore moves,
            CampaignLimits limits,
            Campaigns campaigns,
            Notices notices,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.moves = moves;
        this.limits = limits;
        this.campaigns = campaigns;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How many paused. */
    int run() {
        int paused = 0;
        for (var done : store.done()) if (pause(done)) paused++;
        moves.forget(clock.instant().minus(MOVES_KEPT));
        return paused;
    }

    private boolean pause(SampleStore.Done done) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                var system = new Actor.System(done.organizationId());
                if (!limits.sampleDone(system, done.campaignId())) return false;
                campaigns
                        .find(done.organizationId(), done.campaignId())
                        .ifPresent(campaign -> notices.tell(
                                done.organizationId(),
                                NOTICE,
                                done.campaignId().text(),
                                Sentence.of(
                                        "texting.sample.notice",
                                        campaign.name(),
                                        campaign.terms().sample().orElse(0)),
                                Optional.of(CampaignsPaths.live(done.campaignId()))));
                return true;
            }));
        } catch (RuntimeException mishap) {
            // One campaign's trouble keeps no other waiting; this one is looked at again in a minute.
            LOG.error("campaign {} could not be paused after its sample", done.campaignId(), mishap);
            return false;
        }
    }

    /** Somebody looked. */
    @EventListener
    void changed(CampaignChanged campaign) {
        if (campaign.state() == CampaignState.RUNNING || campaign.state() == CampaignState.ENDED) {
            notices.over(
                    campaign.organizationId(), NOTICE, campaign.campaignId().text());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> textingSamples(Samples samples) {
            return Tasks.recurring("texting-samples", FixedDelay.of(Duration.ofSeconds(30)))
                    .execute((instance, context) -> samples.run());
        }
    }
}
