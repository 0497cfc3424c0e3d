package org.rung.texting;

import org.rung.campaigns.CampaignProgressed;
import org.rung.common.OrganizationId;
import org.rung.messaging.TextMoved;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells the campaigns' screens that their numbers have moved. Which of them is for the screens to ask. */
@Component
class Ticker {
    private final ApplicationEventPublisher announce;

    Ticker(ApplicationEventPublisher announce) {
        this.announce = announce;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(ConversationChanged change) {
        progressed(change.organizationId());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void moved(TextMoved text) {
        progressed(text.organizationId());
    }

    private void progressed(OrganizationId organizationId) {
        announce.publishEvent(new CampaignProgressed(organizationId));
    }
}
