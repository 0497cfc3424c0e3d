package org.rung.nodes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.rung.common.OrganizationId;

/** Open screens of this server that look again when something of their organization moved, calmly. */
public final class CalmScreens implements AutoCloseable {
    private record Open(UI ui, Runnable look) {}

    private final Map<OrganizationId, Set<Open>> screens = new ConcurrentHashMap<>();
    private final Set<OrganizationId> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService soon;
    private final int seconds;

    /** At most once a second. */
    public CalmScreens(String name) {
        this(name, 1);
    }

    /**
     * @param name of its thread
     * @param seconds what happens within so many is told together
     */
    public CalmScreens(String name, int seconds) {
        this.seconds = seconds;
        soon = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /** From when it is shown until it is left; look runs as its window. */
    public void watch(Component screen, OrganizationId here, Runnable look) {
        screen.addAttachListener(attached -> {
            var open = new Open(attached.getUI(), look);
            screens.computeIfAbsent(here, id -> ConcurrentHashMap.newKeySet()).add(open);
            screen.addDetachListener(gone -> {
                gone.unregisterListener();
                screens.computeIfPresent(here, (id, all) -> {
                    all.remove(open);
                    return all.isEmpty() ? null : all;
                });
            });
        });
    }

    /** Once a minute too, where waiting is news. */
    public void tellEveryMinute() {
        soon.scheduleWithFixedDelay(this::tellAll, 1, 1, TimeUnit.MINUTES);
    }

    /** What happens within those seconds is told together. */
    public void tellSoon(OrganizationId here) {
        if (screens.containsKey(here) && waiting.add(here)) {
            try {
                soon.schedule(() -> tell(here), seconds, TimeUnit.SECONDS);
            } catch (RejectedExecutionException closing) {
                waiting.remove(here);
            }
        }
    }

    /** Something may have been missed. */
    public void tellAll() {
        screens.keySet().forEach(this::tell);
    }

    private void tell(OrganizationId here) {
        waiting.remove(here);
        for (Open open : screens.getOrDefault(here, Set.of())) {
            try {
                open.ui().access(open.look()::run);
            } catch (UIDetachedException closed) {
                // The window was closed between the look and the call: nobody to tell.
            }
        }
    }

    @Override
    public void close() {
        soon.shutdownNow();
    }
}
