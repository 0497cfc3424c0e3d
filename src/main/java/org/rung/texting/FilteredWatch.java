package org.rung.texting;

import java.util.Optional;
import org.rung.campaigns.CampaignChanged;
import org.rung.campaigns.CampaignState;
import org.rung.campaigns.Campaigns;
import org.rung.campaigns.CampaignsPaths;
import org.rung.common.Actor;
import org.rung.common.Sentence;
import org.rung.messaging.TextMoved;
import org.rung.notices.Notices;
import org.rung.senders.ErrorPolicy;
import org.rung.senders.ErrorTable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Pauses a campaign whose texts carriers take for spam: over 3 % of its last 200, which is the seventh. A person who lets
 * it run on gives it a clean sheet. Asked only when a text was filtered.
 */
@Component
class FilteredWatch {
    private static final String NOTICE = "campaign-filtered";
    private static final int LAST = 200;
    private static final int PERCENT = 3;

    private final FilteredStore store;
    private final Campaigns campaigns;
    private final Notices notices;
    private final ErrorTable table;

    FilteredWatch(FilteredStore store, Campaigns campaigns, Notices notices, ErrorTable table) {
        this.store = store;
        this.campaigns = campaigns;
        this.notices = notices;
        this.table = table;
    }

    @EventListener
    void moved(TextMoved text) {
        if (text.topicId().isEmpty()
                || text.errorCode()
                        .filter(code -> table.of(code) == ErrorPolicy.FILTERED)
                        .isEmpty()) return;
        store.campaignOf(
                        text.organizationId(), new ConversationId(text.topicId().get()))
                .ifPresent(campaign -> weigh(text, campaign));
    }

    private void weigh(TextMoved text, FilteredStore.Running campaign) {
        var share = store.lately(text.organizationId(), campaign, LAST, table.codes(ErrorPolicy.FILTERED));
        if (share.filtered() * 100 <= LAST * PERCENT) return;
        campaigns.pause(
                new Actor.System(text.organizationId()),
                campaign.campaignId(),
                Sentence.of("texting.filtered.reason", share.filtered(), share.handedOver())
                        .text());
        notices.tell(
                text.organizationId(),
                NOTICE,
                campaign.campaignId().text(),
                Sentence.of("texting.filtered.notice", campaign.name(), share.filtered(), share.handedOver()),
                Optional.of(CampaignsPaths.campaign(campaign.campaignId())));
    }

    /** Somebody saw to it. */
    @EventListener
    void changed(CampaignChanged campaign) {
        if (campaign.state() == CampaignState.RUNNING || campaign.state() == CampaignState.ENDED) {
            notices.over(
                    campaign.organizationId(), NOTICE, campaign.campaignId().text());
        }
    }
}
