package org.rung.notices.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rung.common.OrganizationId;
import org.rung.nodes.Everywhere;
import org.rung.nodes.Missed;
import org.rung.notices.NoticesChanged;
import org.springframework.context.event.EventListener;

/** Screens that show notices, drawn anew when there is another. */
@org.springframework.stereotype.Component
class LiveNotices {
    private record Open(UI ui, OrganizationId organizationId, Runnable draw) {}

    private final Set<Open> screens = ConcurrentHashMap.newKeySet();

    void watch(Component screen, OrganizationId organizationId, Runnable draw) {
        screen.addAttachListener(attached -> {
            var open = new Open(attached.getUI(), organizationId, draw);
            screens.add(open);
            screen.addDetachListener(gone -> {
                gone.unregisterListener();
                screens.remove(open);
            });
        });
    }

    @Everywhere
    void changed(NoticesChanged change) {
        for (var open : screens) {
            if (open.organizationId().equals(change.organizationId())) draw(open);
        }
    }

    @EventListener
    void lookOnceMore(Missed missed) {
        screens.forEach(this::draw);
    }

    private void draw(Open open) {
        try {
            open.ui().access(open.draw()::run);
        } catch (UIDetachedException closed) {
            screens.remove(open);
        }
    }
}
