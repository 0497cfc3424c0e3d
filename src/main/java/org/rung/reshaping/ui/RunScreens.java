package org.rung.reshaping.ui;

import com.vaadin.flow.component.Component;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rung.common.OrganizationId;
import org.rung.nodes.Everywhere;
import org.rung.nodes.Missed;
import org.rung.reshaping.RunMoved;
import org.springframework.context.event.EventListener;

/** Tells open screens that a draft was changed or a run went on, once it is true for everyone. */
@org.springframework.stereotype.Component
class RunScreens {
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

    /** A screen that is still drawing the last move hears only that there was another. */
    private record Watch(OrganizationId organizationId, Component screen, Runnable redraw, AtomicBoolean waiting) {}

    void watch(OrganizationId organizationId, Component screen, Runnable redraw) {
        var watch = new Watch(organizationId, screen, redraw, new AtomicBoolean());
        screen.addAttachListener(attached -> watches.add(watch));
        screen.addDetachListener(gone -> watches.remove(watch));
    }

    @Everywhere
    void moved(RunMoved moved) {
        watches.stream()
                .filter(watch -> watch.organizationId().equals(moved.organizationId()))
                .forEach(RunScreens::redraw);
    }

    @EventListener
    void lookOnceMore(Missed missed) {
        watches.forEach(RunScreens::redraw);
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
