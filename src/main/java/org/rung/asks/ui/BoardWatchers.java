package org.rung.asks.ui;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.rung.common.OrganizationId;
import org.rung.ladder.StandingMoved;
import org.rung.nodes.Everywhere;
import org.rung.nodes.Missed;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Open boards; each is told of moves after their commit, at most once a second however many there are. */
@Component
class BoardWatchers implements DisposableBean {
    private final Map<OrganizationId, Set<Runnable>> watchers = new ConcurrentHashMap<>();
    private final Set<OrganizationId> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ladder-boards").factory());

    void watch(OrganizationId organizationId, Runnable look) {
        watchers.computeIfAbsent(organizationId, id -> ConcurrentHashMap.newKeySet())
                .add(look);
    }

    void leave(OrganizationId organizationId, Runnable look) {
        watchers.computeIfPresent(organizationId, (id, all) -> {
            all.remove(look);
            return all.isEmpty() ? null : all;
        });
    }

    @Everywhere
    void moved(StandingMoved moved) {
        OrganizationId us = moved.organizationId();
        if (watchers.containsKey(us) && waiting.add(us)) {
            var unused = timer.schedule(() -> tell(us), 1, TimeUnit.SECONDS);
        }
    }

    @EventListener
    void lookOnceMore(Missed missed) {
        watchers.keySet().forEach(this::tell);
    }

    private void tell(OrganizationId organizationId) {
        waiting.remove(organizationId);
        watchers.getOrDefault(organizationId, Set.of()).forEach(Runnable::run);
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
