package org.rung.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rung.common.OrganizationId;
import org.rung.database.Gathering;
import org.rung.senders.Arrival;
import org.rung.senders.Incoming;
import org.rung.senders.Sender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Texts that come in: stored, obeyed and announced in one transaction, before anyone says thanks for them. Those of one
 * organization that come in at the same moment share it.
 */
@Service
public class Inbox implements Incoming {
    private static final int AT_ONCE = 100;

    private final Intake intake;
    private final Map<OrganizationId, Gathering<Posted, Optional<Boolean>>> gatherings = new ConcurrentHashMap<>();

    Inbox(Intake intake) {
        this.intake = intake;
    }

    /** False when the same text was delivered before: then nothing happens. */
    @Override
    public boolean arrived(OrganizationId organizationId, Sender sender, Arrival arrival) {
        Posted text = new Posted(sender, arrival);
        // Whoever is in a transaction already wants it in that one.
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? intake.take(organizationId, List.of(text)).getFirst()
                : gathering(organizationId)
                        .over(text)
                        .orElseGet(
                                () -> intake.take(organizationId, List.of(text)).getFirst());
    }

    /** How many wait for the transaction before theirs. */
    int waiting(OrganizationId organizationId) {
        return gathering(organizationId).waiting();
    }

    private Gathering<Posted, Optional<Boolean>> gathering(OrganizationId organizationId) {
        return gatherings.computeIfAbsent(
                organizationId, here -> new Gathering<>(AT_ONCE, texts -> intake.takeKnown(here, texts)));
    }
}
