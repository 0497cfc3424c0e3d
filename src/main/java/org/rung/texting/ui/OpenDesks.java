package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.messaging.TextMoved;
import org.rung.texting.ConversationChanged;
import org.rung.texting.ConversationId;
import org.springframework.transaction.event.TransactionalEventListener;

/** The screens of texting that are open now, so that what happens is on them at once. Bounded by the open windows. */
@org.springframework.stereotype.Component
class OpenDesks {

    private final ConcurrentHashMap<OrganizationId, Set<Open>> desks = new ConcurrentHashMap<>();

    /** What a screen does when something of its own has changed; on its own UI's thread. */
    interface Watcher {
        void changed(Optional<ConversationId> conversation);
    }

    private record Open(UI ui, Actor.Member actor, boolean all, Watcher watcher) {

        boolean concerns(ConversationChanged change) {
            return all || change.texter().filter(actor.memberId()::equals).isPresent();
        }

        void tell(Optional<ConversationId> conversation) {
            try {
                ui.access(() -> watcher.changed(conversation));
            } catch (UIDetachedException closed) {
                // The window was closed between the look and the call: nobody to tell.
            }
        }
    }

    /** Watches while the component is attached: one's own conversations, or with all, everything of the organization. */
    void watch(Component screen, Actor.Member actor, boolean all, Watcher watcher) {
        screen.addAttachListener(attached -> {
            Registration watching = add(new Open(attached.getUI(), actor, all, watcher));
            screen.addDetachListener(detached -> {
                detached.unregisterListener();
                watching.remove();
            });
        });
    }

    private Registration add(Open open) {
        OrganizationId here = open.actor().organization();
        desks.computeIfAbsent(here, id -> ConcurrentHashMap.newKeySet()).add(open);
        return () -> desks.computeIfPresent(here, (id, all) -> {
            all.remove(open);
            return all.isEmpty() ? null : all;
        });
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(ConversationChanged change) {
        for (Open open : desks.getOrDefault(change.organizationId(), Set.of())) {
            if (open.concerns(change)) {
                open.tell(change.conversationId());
            }
        }
    }

    /** Delivery marks: screens know which conversation they show, and leave the others alone. */
    @TransactionalEventListener(fallbackExecution = true)
    void moved(TextMoved moved) {
        var conversation = moved.topicId().map(ConversationId::new);
        if (conversation.isPresent()) {
            for (Open open : desks.getOrDefault(moved.organizationId(), Set.of())) {
                if (open.watcher() instanceof DeliveryWatcher screen && screen.shows(conversation.get())) {
                    open.tell(conversation);
                }
            }
        }
    }

    /** A screen of one conversation. */
    interface DeliveryWatcher extends Watcher {
        boolean shows(ConversationId conversation);
    }
}
