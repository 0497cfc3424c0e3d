package org.rung.nodes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.shared.Registration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rung.common.OrganizationId;

/** Screens of this server that are open and want to be drawn anew when something of their organization moved. */
public final class OpenScreens {
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

    /** A screen that is still drawing the last move hears only that there was another. */
    private record Watch(OrganizationId organizationId, Component screen, Runnable redraw, AtomicBoolean waiting) {}

    public Registration watch(OrganizationId organizationId, Component screen, Runnable redraw) {
        var watch = new Watch(organizationId, screen, redraw, new AtomicBoolean());
        watches.add(watch);
        return () -> watches.remove(watch);
    }

    public void tell(OrganizationId organizationId) {
        watches.stream()
                .filter(watch -> watch.organizationId().equals(organizationId))
                .forEach(OpenScreens::redraw);
    }

    public void tellAll() {
        watches.forEach(OpenScreens::redraw);
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
