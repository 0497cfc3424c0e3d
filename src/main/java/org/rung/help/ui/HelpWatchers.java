package org.rung.help.ui;

import com.vaadin.flow.component.Component;
import org.rung.common.OrganizationId;
import org.rung.nodes.CalmScreens;
import org.rung.nodes.Everywhere;
import org.rung.nodes.Missed;
import org.rung.texting.ConversationChanged;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;

/** Open lists of who asks for help; each looks again when a conversation changes. */
@org.springframework.stereotype.Component
class HelpWatchers implements DisposableBean {
    private final CalmScreens screens = new CalmScreens("help-lists");

    void watch(Component screen, OrganizationId here, Runnable look) {
        screens.watch(screen, here, look);
    }

    @Everywhere
    void changed(ConversationChanged change) {
        screens.tellSoon(change.organizationId());
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
