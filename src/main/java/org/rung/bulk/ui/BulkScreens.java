package org.rung.bulk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.shared.Registration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rung.bulk.BulkMoved;
import org.rung.common.OrganizationId;
import org.rung.nodes.Everywhere;
import org.rung.nodes.Missed;
import org.springframework.context.event.EventListener;

/** Tells open screens that a job moved, once it is true for everyone. */
@org.springframework.stereotype.Component
class BulkScreens {
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

    /** A screen that is still drawing the last move hears only that there was another. */
    private record Watch(OrganizationId organizationId, Component screen, Runnable redraw, AtomicBoolean waiting) {}

    Registration watch(OrganizationId organizationId, Component screen, Runnable redraw) {
        var watch = new Watch(organizationId, screen, redraw, new AtomicBoolean());
        watches.add(watch);
        return () -> watches.remove(watch);
    }

    @Everywhere
    void moved(BulkMoved moved) {
        watches.stream()
                .filter(watch -> watch.organizationId().equals(moved.organizationId()))
                .forEach(BulkScreens::redraw);
    }

    @EventListener
    void lookOnceMore(Missed missed) {
        watches.forEach(BulkScreens::redraw);
    }

    private static void redraw(Watch watch) {
        if (!watch.waiting().compareAndSet(false, true)) return;
        watch.screen()
                .getUI()
                .ifPresentOrElse(
                        ui -> ui.access(() -> {
                            watch.waiting().set(false);
                            watch.redraw().run();
                        }),
                        () -> watch.waiting().set(false));
    }
}
