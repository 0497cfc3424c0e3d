package org.rung.campaigns.ui;

import com.vaadin.flow.component.UIDetachedException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.rung.campaigns.CampaignChanged;
import org.rung.campaigns.CampaignProgressed;
import org.rung.common.OrganizationId;
import org.rung.nodes.Everywhere;
import org.rung.nodes.Missed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells open screens that a campaign changed, once that is stored, and once a second at most that numbers moved. */
@Component
class LiveCampaigns {
    private record Follower(
            OrganizationId organizationId, Consumer<CampaignChanged> tell, Runnable count, AtomicBoolean waiting) {

        /** What happens within the second is told together. */
        void countSoon() {
            if (waiting.compareAndSet(false, true))
                CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(() -> {
                    waiting.set(false);
                    unlessClosed(count);
                });
        }
    }

    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();

    /**
     * @param count draws the numbers anew
     * @return what ends it
     */
    Runnable follow(OrganizationId organizationId, Consumer<CampaignChanged> tell, Runnable count) {
        var follower = new Follower(organizationId, tell, count, new AtomicBoolean());
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    @Everywhere
    void on(CampaignChanged changed) {
        for (var follower : followers) {
            if (follower.organizationId().equals(changed.organizationId()))
                unlessClosed(() -> follower.tell().accept(changed));
        }
    }

    @Everywhere
    void on(CampaignProgressed progressed) {
        for (var follower : followers) {
            if (follower.organizationId().equals(progressed.organizationId())) follower.countSoon();
        }
    }

    /** A window that was closed in the same moment has nobody to tell, and the others are told all the same. */
    private static void unlessClosed(Runnable tell) {
        try {
            tell.run();
        } catch (UIDetachedException closed) {
            // Its screen says goodbye by itself.
        }
    }

    @EventListener
    void lookOnceMore(Missed missed) {
        followers.forEach(Follower::countSoon);
    }
}
