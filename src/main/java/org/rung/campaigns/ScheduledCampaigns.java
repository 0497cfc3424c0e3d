package org.rung.campaigns;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Sentence;
import org.rung.notices.Notices;
import org.rung.scripts.Check;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts and ends campaigns at their time, each in a transaction of its own under the campaign's lock: whoever comes second
 * finds it done. What cannot start any more does not, and organizers are told which check failed.
 */
@Component
class ScheduledCampaigns {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledCampaigns.class);
    private static final String NOTICE = "campaign-start";

    /** Those that have a sentence of their own in a notice, which keeps no details. */
    private static final Set<String> NAMED = Set.of(
            "turf",
            "turfEmpty",
            "script",
            "firstText",
            "organization",
            "optOut",
            "mergeFields",
            "braces",
            "hours",
            "texters",
            "sender",
            "senderPaused");

    private final TermsStore store;
    private final CampaignStore campaignStore;
    private final Campaigns campaigns;
    private final Reach reach;
    private final CampaignChanges changes;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ScheduledCampaigns(
            TermsStore store,
            CampaignStore campaignStore,
            Campaigns campaigns,
            Reach reach,
            CampaignChanges changes,
            Notices notices,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.campaignStore = campaignStore;
        this.campaigns = campaigns;
        this.reach = reach;
        this.changes = changes;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is due now; how many started or ended. */
    int run() {
        int done = 0;
        for (var due : store.toStart(clock.instant())) if (start(due)) done++;
        for (var due : store.toEnd(clock.instant())) if (end(due)) done++;
        return done;
    }

    private boolean start(TermsStore.Due due) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                var draft = dueDraft(due);
                draft.ifPresent(found -> campaigns.start(system(due), due.campaignId()));
                return draft.isPresent();
            }));
        } catch (Problem notReady) {
            LOG.info("campaign {} did not start at its time: {}", due.campaignId(), notReady.getMessage());
            transaction.executeWithoutResult(status -> dueDraft(due).ifPresent(found -> giveUp(due, found)));
        } catch (RuntimeException mishap) {
            // One campaign's trouble keeps no other from its time; this one is tried again in a minute.
            LOG.error("campaign {} could not be started at its time", due.campaignId(), mishap);
        }
        return false;
    }

    /** Locked, and due still: nobody has started it, taken its time away, or made it another. */
    private Optional<Campaign> dueDraft(TermsStore.Due due) {
        return campaignStore
                .lock(due.organizationId(), due.campaignId())
                .filter(found -> found.state() == CampaignState.DRAFT)
                .filter(found -> found.terms()
                        .startsAt()
                        .filter(at -> !at.isAfter(clock.instant()))
                        .isPresent());
    }

    private void giveUp(TermsStore.Due due, Campaign draft) {
        store.startsNoMore(due.organizationId(), due.campaignId());
        notices.tell(
                due.organizationId(),
                NOTICE,
                due.campaignId().text(),
                Sentence.of("campaigns.schedule.failed", draft.name(), why(due, draft)),
                Optional.of(CampaignsPaths.campaign(due.campaignId())));
        changes.announce(system(due), due.campaignId(), CampaignState.DRAFT);
    }

    private Sentence why(TermsStore.Due due, Campaign draft) {
        List<Check> failed = reach.checks(system(due), draft).stream()
                .filter(check -> check.level() == Check.Level.MUST)
                .toList();
        return failed.stream()
                .map(Check::key)
                .filter(NAMED::contains)
                .findFirst()
                .map(key -> Sentence.of("campaigns.schedule.missing." + key))
                .orElse(Sentence.of("campaigns.schedule.missing.other"));
    }

    private boolean end(TermsStore.Due due) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                var running = campaignStore
                        .lock(due.organizationId(), due.campaignId())
                        .filter(found ->
                                found.state() == CampaignState.RUNNING || found.state() == CampaignState.PAUSED)
                        .filter(found -> found.terms()
                                .endsAt()
                                .filter(at -> !at.isAfter(clock.instant()))
                                .isPresent());
                running.ifPresent(found -> campaigns.end(system(due), due.campaignId()));
                return running.isPresent();
            }));
        } catch (RuntimeException mishap) {
            LOG.error("campaign {} could not be ended at its time", due.campaignId(), mishap);
            return false;
        }
    }

    /** Somebody saw to it: it has started, or has another time. */
    @EventListener
    void changed(CampaignChanged campaign) {
        boolean seenTo = campaign.state() != CampaignState.DRAFT
                || campaignStore
                        .find(campaign.organizationId(), campaign.campaignId())
                        .flatMap(found -> found.terms().startsAt())
                        .isPresent();
        if (seenTo) {
            notices.over(
                    campaign.organizationId(), NOTICE, campaign.campaignId().text());
        }
    }

    private static Actor system(TermsStore.Due due) {
        return new Actor.System(due.organizationId());
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> campaignsScheduled(ScheduledCampaigns scheduled) {
            return Tasks.recurring("campaigns-scheduled", FixedDelay.of(Duration.ofSeconds(30)))
                    .execute((instance, context) -> scheduled.run());
        }
    }
}
