package org.rung.messaging;

import java.time.Clock;
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
import org.rung.media.Attachments;
import org.rung.messaging.InboxStore.Before;
import org.rung.segments.Segments;
import org.rung.senders.Arrival;
import org.rung.senders.Incoming;
import org.rung.senders.Meaning;
import org.rung.senders.Sender;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Texts that come in: stored, obeyed and announced in one transaction, before anyone says thanks for them. */
@Service
public class Inbox implements Incoming {
    private static final int LONGEST = 1600;
    private static final Duration BETWEEN_HELPS = Duration.ofMinutes(1);

    private final InboxStore store;
    private final QueueStore texts;
    private final ReachabilityStore reachability;
    private final Consents consents;
    private final Organizations organizations;
    private final Attachments attachments;
    private final OutboxBell bell;
    private final ApplicationEventPublisher announcements;
    private final Clock clock;

    Inbox(
            InboxStore store,
            QueueStore texts,
            ReachabilityStore reachability,
            Consents consents,
            Organizations organizations,
            Attachments attachments,
            OutboxBell bell,
            ApplicationEventPublisher announcements,
            Clock clock) {
        this.store = store;
        this.texts = texts;
        this.reachability = reachability;
        this.consents = consents;
        this.organizations = organizations;
        this.attachments = attachments;
        this.bell = bell;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** False when the same text was delivered before: then nothing happens. */
    @Transactional
    @Override
    public boolean arrived(OrganizationId organizationId, Sender sender, Arrival arrival) {
        Instant now = clock.instant();
        Before before = store.before(organizationId, arrival.from(), sender.senderId());
        Meaning meaning = meaning(organizationId, arrival, before, sender);
        ThreadId threadId = before.thread()
                .orElseGet(() -> texts.makeThread(organizationId, arrival.from(), Optional.of(sender.senderId()), now));
        // Without a topic somebody may have to make one: two such texts at once take turns.
        if (meaning != Meaning.PLAIN || before.topicId().isEmpty()) {
            store.lock(threadId);
        }
        String body =
                arrival.body().substring(0, Math.min(LONGEST, arrival.body().length()));
        Text text = new Text(
                new MessageId(Id.next()),
                threadId,
                Optional.of(sender.senderId()),
                arrival.from(),
                Direction.IN,
                Purpose.INBOUND,
                MessageState.RECEIVED,
                body,
                Segments.of(body).count(),
                arrival.files().size(),
                before.topicId(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now);
        if (!store.add(organizationId, text, arrival.providerId())) {
            return false;
        }
        attachments.arrived(organizationId, text.messageId(), arrival.from(), sender.senderId(), arrival.files());
        if (before.unreachable()) {
            reachability.heardFrom(organizationId, arrival.from());
        }
        if (before.thread().isPresent() && !before.threadSender().equals(Optional.of(sender.senderId()))) {
            store.answerFrom(threadId, sender.senderId());
        }
        obey(organizationId, sender, text, meaning);
        announcements.publishEvent(new TextArrived(
                organizationId,
                text.messageId(),
                threadId,
                sender.senderId(),
                arrival.from(),
                body,
                meaning,
                meaning == Meaning.PLAIN ? SoftWords.in(body) : Optional.empty(),
                before.topicId(),
                before.lastTextLeft(),
                optedOut(meaning, before),
                now));
        return true;
    }

    private static boolean optedOut(Meaning meaning, Before before) {
        return meaning == Meaning.STOP
                || (meaning != Meaning.START
                        && before.consent()
                                .filter(ConsentKind.OPTED_OUT::equals)
                                .isPresent());
    }

    private Meaning meaning(OrganizationId organizationId, Arrival arrival, Before before, Sender sender) {
        Meaning meaning = arrival.said().orElseGet(() -> Meaning.of(arrival.body()));
        // YES only opts in again where nothing else was asked: the last text was our confirmation, or the provider's.
        boolean rejoins = meaning == Meaning.PLAIN
                && Meaning.isYes(arrival.body())
                && before.consent().filter(ConsentKind.OPTED_OUT::equals).isPresent()
                && (sender.providerAnswersStop()
                        || store.lastOut(organizationId, arrival.from(), sender.senderId())
                                .filter(Purpose.CONFIRMATION::equals)
                                .isPresent());
        return rejoins ? Meaning.START : meaning;
    }

    private void obey(OrganizationId organizationId, Sender sender, Text text, Meaning meaning) {
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
        texts.insert(organizationId, answer, Optional.empty(), Optional.empty(), Optional.empty());
        bell.ringAfterCommit();
    }
}
