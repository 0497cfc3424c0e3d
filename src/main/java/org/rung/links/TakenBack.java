package org.rung.links;

import java.util.ArrayList;
import java.util.List;
import org.rung.common.MessageId;
import org.rung.messaging.MessageState;
import org.rung.messaging.TextMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A text that never leaves takes its links along, so that nobody counts them; once a transaction, however many texts. */
@Component
class TakenBack {
    private final LinkStore store;

    TakenBack(LinkStore store) {
        this.store = store;
    }

    @EventListener
    void moved(TextMoved text) {
        if (text.state() != MessageState.CANCELLED) return;
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            store.forgetOf(List.of(text.messageId()));
            return;
        }
        var waiting = TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Together.class::isInstance)
                .map(Together.class::cast)
                .findFirst();
        var together = waiting.orElseGet(Together::new);
        together.messages.add(text.messageId());
        if (waiting.isEmpty()) TransactionSynchronizationManager.registerSynchronization(together);
    }

    private final class Together implements TransactionSynchronization {
        private final List<MessageId> messages = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!messages.isEmpty()) store.forgetOf(messages);
        }
    }
}
