package org.rung.messaging;

import java.util.Optional;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A line in the log for every step of a text, by its id and never by its words or its number. What goes well is told at
 * DEBUG, since a million texts would be five million lines (RUNG_LOG_TEXTS); what does not, at INFO. A step is told once
 * it is stored.
 */
final class Trail {
    private static final Logger LOG = LoggerFactory.getLogger(Trail.class);

    private Trail() {}

    static void step(String what, OrganizationId organizationId, MessageId messageId, MessageState state) {
        tell(Level.DEBUG, what, organizationId, messageId, state, Optional.empty());
    }

    /** With a code, or in doubt, it is no plain sailing. */
    static void step(
            String what,
            OrganizationId organizationId,
            MessageId messageId,
            MessageState state,
            Optional<String> errorCode) {
        boolean smooth = errorCode.isEmpty() && state != MessageState.UNCONFIRMED && state != MessageState.UNKNOWN;
        tell(smooth ? Level.DEBUG : Level.INFO, what, organizationId, messageId, state, errorCode);
    }

    static void oddity(String what, OrganizationId organizationId, MessageId messageId, MessageState state) {
        tell(Level.INFO, what, organizationId, messageId, state, Optional.empty());
    }

    /** Whoever had claimed it is gone. */
    static void doubted(NodeStore.Orphan text) {
        oddity("text in doubt", text.organizationId(), text.messageId(), MessageState.UNCONFIRMED);
    }

    /** Until there is a sender that runs. */
    static void parked(Claim text) {
        step("text waits for a sender", text.organizationId(), text.messageId(), MessageState.QUEUED);
    }

    private static void tell(
            Level level,
            String what,
            OrganizationId organizationId,
            MessageId messageId,
            MessageState state,
            Optional<String> errorCode) {
        if (!LOG.isEnabledForLevel(level)) {
            return;
        }
        Runnable line = () -> {
            var said = LOG.atLevel(level)
                    .addKeyValue("message_id", messageId.text())
                    .addKeyValue("organization_id", organizationId.text())
                    .addKeyValue("state", state.name());
            errorCode
                    .map(code -> said.addKeyValue("error_code", code))
                    .orElse(said)
                    .log(what);
        };
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            line.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                line.run();
            }
        });
    }
}
