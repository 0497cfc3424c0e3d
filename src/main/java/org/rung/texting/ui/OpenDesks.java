package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.PreDestroy;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.rung.campaigns.CampaignChanged;
import org.rung.campaigns.CampaignId;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.messaging.TextMoved;
import org.rung.nodes.Everywhere;
import org.rung.nodes.Missed;
import org.rung.notices.NoticesChanged;
import org.rung.senders.ProviderChanged;
import org.rung.texting.ConversationChanged;
import org.rung.texting.ConversationId;
import org.rung.texting.HomesChanged;
import org.springframework.context.event.EventListener;

/** The screens of texting that are open now, so that what happens is on them at once. Bounded by the open windows. */
@org.springframework.stereotype.Component
class OpenDesks {

    private final ConcurrentHashMap<OrganizationId, Set<OpenDesk>> desks = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor soon =
            new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().name("desks").factory());

    OpenDesks() {
        // A window that was closed is held by nothing that would have happened in it.
        soon.setRemoveOnCancelPolicy(true);
    }

    /** What a screen does when something of its own has changed; on its own UI's thread. */
    interface Watcher {
        void changed(Optional<ConversationId> conversation);
    }

    /** Watches while the component is attached: one's own conversations, or with all, everything of the organization. */
    void watch(Component screen, Actor.Member actor, boolean all, Watcher watcher) {
        screen.addAttachListener(attached -> {
            Registration watching = add(new OpenDesk(attached.getUI(), actor, all, watcher, soon));
            screen.addDetachListener(detached -> {
                detached.unregisterListener();
                watching.remove();
            });
        });
    }

    /** What happens on this screen a while later, by the same timer. */
    Later later(Component screen) {
        return new Later(screen, soon);
    }

    private Registration add(OpenDesk open) {
        OrganizationId here = open.actor().organization();
        desks.computeIfAbsent(here, id -> ConcurrentHashMap.newKeySet()).add(open);
        return () -> desks.computeIfPresent(here, (id, all) -> {
            all.remove(open);
            return all.isEmpty() ? null : all;
        });
    }

    @Everywhere
    void changed(ConversationChanged change) {
        for (OpenDesk open : desks.getOrDefault(change.organizationId(), Set.of())) {
            if (open.concerns(change)) {
                open.tell(change.conversationId());
            }
        }
    }

    /** A pause is on the screens of those who text for it at once, with its reason. */
    @Everywhere
    void changed(CampaignChanged change) {
        for (OpenDesk open : desks.getOrDefault(change.organizationId(), Set.of())) {
            open.tell(change.campaignId());
        }
    }

    /** Each screen looks for itself whether it is told something. */
    @Everywhere
    void changed(HomesChanged change) {
        for (OpenDesk open : desks.getOrDefault(change.organizationId(), Set.of())) {
            open.tell(Optional.empty());
        }
    }

    /** What home says of troubles. */
    @Everywhere
    void told(NoticesChanged change) {
        for (OpenDesk open : desks.getOrDefault(change.organizationId(), Set.of())) {
            boolean mine = change.reader()
                    .filter(reader -> !reader.equals(open.actor().memberId()))
                    .isEmpty();
            if (mine && open.actor().may(Permission.RUN_CAMPAIGNS)) {
                open.tell(Optional.empty());
            }
        }
    }

    @Everywhere
    void changed(ProviderChanged provider) {
        desks.values().forEach(here -> here.forEach(open -> open.tell(Optional.empty())));
    }

    /** Delivery marks: screens know which conversation they show, and leave the others alone. */
    @Everywhere
    void moved(TextMoved moved) {
        var conversation = moved.topicId().map(ConversationId::new);
        if (conversation.isPresent()) {
            for (OpenDesk open : desks.getOrDefault(moved.organizationId(), Set.of())) {
                if (open.watcher() instanceof DeliveryWatcher screen && screen.shows(conversation.get())) {
                    open.tell(conversation);
                }
            }
        }
    }

    @EventListener
    void lookOnceMore(Missed missed) {
        desks.values().forEach(open -> open.forEach(desk -> desk.tell(Optional.empty())));
    }

    @PreDestroy
    void close() {
        soon.shutdownNow();
    }

    /** A screen with a campaign's work on it. */
    interface CampaignWatcher extends Watcher {
        void changed(CampaignId campaign);
    }

    /** A screen of one conversation. */
    interface DeliveryWatcher extends Watcher {
        boolean shows(ConversationId conversation);
    }
}
