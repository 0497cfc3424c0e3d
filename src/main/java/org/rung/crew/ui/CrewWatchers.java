package org.rung.crew.ui;

import com.vaadin.flow.component.Component;
import org.rung.accounts.WaitingChanged;
import org.rung.campaigns.CampaignProgressed;
import org.rung.common.OrganizationId;
import org.rung.nodes.CalmScreens;
import org.rung.nodes.Everywhere;
import org.rung.nodes.Missed;
import org.rung.texters.TexterTermsChanged;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Open lists of texters: looked at again some seconds after something moved, however much does, and once a minute, since
 * waiting is news too.
 */
@org.springframework.stereotype.Component
class CrewWatchers implements DisposableBean {
    private final CalmScreens screens = new CalmScreens("crew-pages", 4);

    CrewWatchers() {
        screens.tellEveryMinute();
    }

    void watch(Component screen, OrganizationId here, Runnable show) {
        screens.watch(screen, here, show);
    }

    @Everywhere
    void progressed(CampaignProgressed progress) {
        screens.tellSoon(progress.organizationId());
    }

    @Everywhere
    void waits(WaitingChanged changed) {
        screens.tellSoon(changed.organizationId());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void terms(TexterTermsChanged changed) {
        screens.tellSoon(changed.organizationId());
    }

    @EventListener
    void lookOnceMore(Missed missed) {
        screens.tellAll();
    }

    @Override
    public void destroy() {
        screens.close();
    }
}
