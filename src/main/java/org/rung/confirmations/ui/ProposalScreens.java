package org.rung.confirmations.ui;

import com.vaadin.flow.component.Component;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rung.common.OrganizationId;
import org.rung.confirmations.ProposalsChanged;
import org.rung.nodes.Everywhere;
import org.rung.nodes.Missed;
import org.springframework.context.event.EventListener;

/** Tells open lists that somebody decided, once it is true for everyone. */
@org.springframework.stereotype.Component
class ProposalScreens {
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

    private record Watch(OrganizationId organizationId, Component screen, Runnable redraw) {}

    void watch(OrganizationId organizationId, Component screen, Runnable redraw) {
        var watch = new Watch(organizationId, screen, redraw);
        screen.addAttachListener(attached -> watches.add(watch));
        screen.addDetachListener(gone -> watches.remove(watch));
    }

    @Everywhere
    void changed(ProposalsChanged changed) {
        watches.stream()
                .filter(watch -> watch.organizationId().equals(changed.organizationId()))
                .forEach(ProposalScreens::redraw);
    }

    @EventListener
    void lookOnceMore(Missed missed) {
        watches.forEach(ProposalScreens::redraw);
    }

    private static void redraw(Watch watch) {
        watch.screen().getUI().ifPresent(ui -> ui.access(() -> watch.redraw().run()));
    }
}
