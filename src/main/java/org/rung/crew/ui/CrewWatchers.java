package org.rung.crew.ui;

import org.rung.accounts.WaitingChanged;
import org.rung.campaigns.CampaignProgressed;
import org.rung.nodes.CalmScreens;
import org.rung.nodes.Everywhere;
import org.rung.nodes.OpenPages;
import org.rung.texters.TexterTermsChanged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Open lists of texters: looked at again some seconds after something moved, however much does, and once a minute, since
 * waiting is news too.
 */
@Component
class CrewWatchers extends OpenPages {
    CrewWatchers() {
        super(new CalmScreens("crew-pages", 4));
        tellEveryMinute();
    }

    @Everywhere
    void progressed(CampaignProgressed progress) {
        tellSoon(progress.organizationId());
    }

    @Everywhere
    void waits(WaitingChanged changed) {
        tellSoon(changed.organizationId());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void terms(TexterTermsChanged changed) {
        tellSoon(changed.organizationId());
    }
}
