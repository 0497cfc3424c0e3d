package org.rung.watching.ui;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rung.common.OrganizationId;
import org.rung.nodes.Everywhere;
import org.rung.nodes.Missed;
import org.rung.watching.DeliveriesCounted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Open health pages: each looks again when something was written down about its organization, every ten seconds at most. */
@Component
class HealthWatchers {
    private final Map<OrganizationId, Set<Runnable>> watchers = new ConcurrentHashMap<>();

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
    void counted(DeliveriesCounted counted) {
        counted.organizations()
                .forEach(organization ->
                        watchers.getOrDefault(organization, Set.of()).forEach(Runnable::run));
    }

    @EventListener
    void lookOnceMore(Missed missed) {
        watchers.values().forEach(here -> here.forEach(Runnable::run));
    }
}
