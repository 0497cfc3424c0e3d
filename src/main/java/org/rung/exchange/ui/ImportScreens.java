package org.rung.exchange.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.shared.Registration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.rung.common.OrganizationId;
import org.rung.exchange.ImportId;
import org.rung.exchange.ImportMoved;
import org.rung.nodes.Everywhere;
import org.rung.nodes.Missed;
import org.springframework.context.event.EventListener;

/** Tells open screens that an import moved, once it is true for everyone. */
@org.springframework.stereotype.Component
class ImportScreens {
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

    /** A screen and what it shows; a screen that is still drawing the last move hears only that there was another. */
    private record Watch(
            OrganizationId organizationId,
            Component screen,
            Predicate<ImportId> shows,
            Runnable redraw,
            AtomicBoolean waiting) {}

    Registration watch(OrganizationId organizationId, Component screen, Predicate<ImportId> shows, Runnable redraw) {
        var watch = new Watch(organizationId, screen, shows, redraw, new AtomicBoolean());
        watches.add(watch);
        return () -> watches.remove(watch);
    }

    @Everywhere
    void moved(ImportMoved moved) {
        for (var watch : watches) {
            if (!watch.organizationId().equals(moved.organizationId())
                    || !watch.shows().test(moved.importId())) continue;
            redraw(watch);
        }
    }

    @EventListener
    void lookOnceMore(Missed missed) {
        watches.forEach(ImportScreens::redraw);
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
