package org.rung.live.ui;

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
import java.util.function.Consumer;
import org.rung.campaigns.CampaignChanged;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignProgressed;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.live.Live;
import org.rung.live.LivePage;
import org.rung.nodes.Everywhere;
import org.rung.nodes.Missed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;

/**
 * Open pages of running campaigns. However many there are of one campaign, its numbers are read once for all of them, and
 * once in two seconds at most; and once a minute, since waiting is news too.
 */
@org.springframework.stereotype.Component
class LiveWatchers implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(LiveWatchers.class);

    private record Watched(OrganizationId organizationId, CampaignId campaignId) {}

    private record Open(UI ui, Consumer<LivePage> show) {}

    private final Live live;
    private final Map<Watched, Set<Open>> screens = new ConcurrentHashMap<>();
    private final Set<Watched> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService soon = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-pages").factory());

    LiveWatchers(Live live) {
        this.live = live;
        soon.scheduleWithFixedDelay(() -> screens.keySet().forEach(this::look), 1, 1, TimeUnit.MINUTES);
    }

    void watch(Component screen, OrganizationId here, CampaignId campaign, Consumer<LivePage> show) {
        var watched = new Watched(here, campaign);
        screen.addAttachListener(attached -> {
            var open = new Open(attached.getUI(), show);
            screens.computeIfAbsent(watched, id -> ConcurrentHashMap.newKeySet())
                    .add(open);
            screen.addDetachListener(gone -> {
                gone.unregisterListener();
                screens.computeIfPresent(watched, (id, all) -> {
                    all.remove(open);
                    return all.isEmpty() ? null : all;
                });
            });
        });
    }

    @Everywhere
    void progressed(CampaignProgressed progress) {
        screens.keySet().stream()
                .filter(watched -> watched.organizationId().equals(progress.organizationId()))
                .forEach(this::lookSoon);
    }

    @Everywhere
    void changed(CampaignChanged change) {
        var watched = new Watched(change.organizationId(), change.campaignId());
        if (screens.containsKey(watched)) lookSoon(watched);
    }

    @EventListener
    void lookOnceMore(Missed missed) {
        screens.keySet().forEach(this::lookSoon);
    }

    private void lookSoon(Watched watched) {
        if (!waiting.add(watched)) return;
        try {
            soon.schedule(() -> look(watched), 2, TimeUnit.SECONDS);
        } catch (RejectedExecutionException closing) {
            waiting.remove(watched);
        }
    }

    /** Everyone who has it open may see all of it, but for what each screen leaves out by itself. */
    private void look(Watched watched) {
        waiting.remove(watched);
        try {
            var page = live.page(new Actor.System(watched.organizationId()), watched.campaignId());
            for (Open open : screens.getOrDefault(watched, Set.of())) {
                try {
                    open.ui().access(() -> open.show().accept(page));
                } catch (UIDetachedException closed) {
                    // The window was closed between the look and the call: nobody to tell.
                }
            }
        } catch (Problem gone) {
            LOG.debug("campaign {} has no page any more", watched.campaignId());
        } catch (RuntimeException mishap) {
            // The next look is a minute away at most; an end of this thread would end them all.
            LOG.warn("the page of campaign {} could not be read", watched.campaignId(), mishap);
        }
    }

    @Override
    public void destroy() {
        soon.shutdownNow();
    }
}
