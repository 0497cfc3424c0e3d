package org.rung.review;

import org.rung.messaging.TextMoved;
import org.rung.messaging.TextsForgotten;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What becomes of texts elsewhere: those that fail are noted, and forgotten words go from the index too. */
@Component
class Heard {
    private final WalkStore walk;

    Heard(WalkStore walk) {
        this.walk = walk;
    }

    @EventListener
    void moved(TextMoved text) {
        if (WalkStore.FAILED.contains(text.state())) {
            text.errorCode().ifPresent(code -> walk.failed(text.organizationId(), text.messageId(), code));
        }
    }

    @EventListener
    void forgotten(TextsForgotten texts) {
        walk.forget(texts.organizationId(), texts.phones());
    }
}
