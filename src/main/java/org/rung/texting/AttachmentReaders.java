package org.rung.texting;

import org.rung.common.Actor;
import org.rung.common.PhoneNumber;
import org.rung.media.AttachmentChanged;
import org.rung.media.Readers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A file is seen by whoever may read the texts it came with, and as soon as it is there. */
@Component
class AttachmentReaders implements Readers {
    private final Holding holding;
    private final ConversationStore conversations;
    private final ApplicationEventPublisher announce;

    AttachmentReaders(Holding holding, ConversationStore conversations, ApplicationEventPublisher announce) {
        this.holding = holding;
        this.conversations = conversations;
        this.announce = announce;
    }

    @Override
    public boolean mayRead(Actor actor, PhoneNumber phone) {
        return holding.reaches(actor, phone);
    }

    @EventListener
    void changed(AttachmentChanged file) {
        conversations.with(file.organizationId(), file.phone()).stream()
                .filter(conversation -> !conversation.closed())
                .forEach(conversation -> announce.publishEvent(new ConversationChanged(
                        file.organizationId(),
                        java.util.Optional.of(conversation.conversationId()),
                        conversation.texter())));
    }
}
