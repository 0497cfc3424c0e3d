package org.rung.payments.ui;

import com.vaadin.flow.component.Component;
import org.rung.common.OrganizationId;
import org.rung.nodes.CalmScreens;
import org.rung.nodes.Everywhere;
import org.rung.nodes.Missed;
import org.rung.payments.OnlineMoved;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;

/** Open pages of online giving; each looks again when a gift comes in, and while the books are compared. */
@org.springframework.stereotype.Component
class OnlineScreens implements DisposableBean {
    private final CalmScreens screens = new CalmScreens("online-giving");

    void watch(Component screen, OrganizationId here, Runnable look) {
        screens.watch(screen, here, look);
    }

    @Everywhere
    void on(OnlineMoved moved) {
        screens.tellSoon(moved.organizationId());
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
