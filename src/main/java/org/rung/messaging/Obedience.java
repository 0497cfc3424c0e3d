package org.rung.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.segments.Segments;
import org.rung.senders.Meaning;
import org.rung.senders.Sender;
import org.springframework.stereotype.Component;

/** What carriers ask of everyone who texts: STOP, START and HELP do what they say, in the transaction that hears them. */
@Component
class Obedience {
    private static final Duration BETWEEN_HELPS = Duration.ofMinutes(1);

    private final InboxStore store;
    private final QueueStore texts;
    private final Consents consents;
    private final Organizations organizations;
    private final OutboxBell bell;

    Obedience(InboxStore store, QueueStore texts, Consents consents, Organizations organizations, OutboxBell bell) {
        this.store = store;
        this.texts = texts;
        this.consents = consents;
        this.organizations = organizations;
        this.bell = bell;
    }

    void obey(OrganizationId organizationId, Sender sender, Text text, Meaning meaning) {
        switch (meaning) {
            case STOP -> {
                boolean first = record(organizationId, text, ConsentKind.OPTED_OUT);
                if (first && !sender.providerAnswersStop()) {
                    answer(organizationId, text, Purpose.CONFIRMATION);
                }
            }
            case START -> record(organizationId, text, ConsentKind.OPTED_IN);
            case HELP -> {
                Instant since = text.happenedAt().minus(BETWEEN_HELPS);
                if (!sender.providerAnswersStop() && !store.helpedSince(organizationId, text.phone(), since)) {
                    answer(organizationId, text, Purpose.HELP);
                }
            }
            case PLAIN -> {}
        }
    }

    private boolean record(OrganizationId organizationId, Text text, ConsentKind kind) {
        return consents.record(
                new Actor.System(organizationId),
                text.phone(),
                kind,
                ConsentSource.REPLY,
                text.body(),
                text.happenedAt());
    }

    private void answer(OrganizationId organizationId, Text to, Purpose purpose) {
        String body = CarrierAnswers.of(organizations.get(organizationId), purpose);
        Text answer = new Text(
                new MessageId(Id.next()),
                to.threadId(),
                to.sender(),
                to.phone(),
                Direction.OUT,
                purpose,
                MessageState.QUEUED,
                body,
                Segments.of(body).count(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(to.happenedAt()),
                Optional.empty(),
                to.happenedAt());
        texts.insert(organizationId, answer);
        bell.ringAfterCommit();
    }
}
