package org.rung.campaigns.ui;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.rung.campaigns.CampaignChanged;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells open screens that a campaign changed, once that is stored. */
@Component
class LiveCampaigns {
    private record Follower(OrganizationId organizationId, Consumer<CampaignChanged> tell) {}

    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();

    /** @return what ends it */
    Runnable follow(OrganizationId organizationId, Consumer<CampaignChanged> tell) {
        var follower = new Follower(organizationId, tell);
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    @TransactionalEventListener
    void on(CampaignChanged changed) {
        for (var follower : followers) {
            if (follower.organizationId().equals(changed.organizationId()))
                follower.tell().accept(changed);
        }
    }
}
