package org.rung.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Texts that no rule lets go on without a person: what a provider refused until somebody mends it (HELD), what it may
 * have or not, which no look-up could tell (UNCONFIRMED), and what is to be looked at before it leaves (REVIEW). Every word on them is written down.
 */
@Service
public class Undecided {
    private static final int MOST = 200;
    private static final int MOST_NAMED = 100;

    private final UndecidedStore store;
    private final AuditLog audit;
    private final OutboxBell bell;
    private final ApplicationEventPublisher announcements;
    private final Clock clock;

    Undecided(
            UndecidedStore store,
            AuditLog audit,
            OutboxBell bell,
            ApplicationEventPublisher announcements,
            Clock clock) {
        this.store = store;
        this.audit = audit;
        this.bell = bell;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Oldest first; at most 200. */
    @Transactional(readOnly = true)
    public List<Text> all(Actor actor) {
        actor.must(Permission.RUN_CAMPAIGNS);
        return store.all(actor.organization(), MOST);
    }

    /** How many, counted no further than 200. */
    @Transactional(readOnly = true)
    public int count(OrganizationId organizationId) {
        return store.count(organizationId, MOST);
    }

    /** They try once more; how many did: those that wait for nobody any more are left alone. */
    @Transactional
    public int sendAgain(Actor actor, Collection<MessageId> messages) {
        List<Text> waiting = waiting(actor, messages);
        if (!waiting.isEmpty()) {
            Instant now = clock.instant();
            store.queue(ids(waiting), now);
            tell(actor, waiting, MessageState.QUEUED, now);
            audit.add(actor, "text.sent-again", "text", one(waiting), names(waiting));
            bell.ringAfterCommit();
        }
        return waiting.size();
    }

    /** They are not sent again, and of doubts nobody knows whether they arrived; how many were given up. */
    @Transactional
    public int giveUp(Actor actor, Collection<MessageId> messages) {
        List<Text> waiting = waiting(actor, messages);
        if (!waiting.isEmpty()) {
            Instant now = clock.instant();
            Map<Boolean, List<Text>> doubtful =
                    waiting.stream().collect(Collectors.partitioningBy(Undecided::doubtful));
            List<Text> refused = doubtful.getOrDefault(false, List.of());
            List<Text> doubts = doubtful.getOrDefault(true, List.of());
            store.cancel(ids(refused));
            tell(actor, refused, MessageState.CANCELLED, now);
            store.settle(ids(doubts), MessageState.UNKNOWN, now);
            tell(actor, doubts, MessageState.UNKNOWN, now);
            audit.add(actor, "text.given-up", "text", one(waiting), names(waiting));
        }
        return waiting.size();
    }

    /** Those of them whose words wait for somebody to look at them; nobody else decides on them until the transaction ends. */
    @Transactional
    public List<Text> reviewed(Actor actor, Collection<MessageId> messages) {
        return waiting(actor, messages).stream()
                .filter(text -> text.hold().filter(Hold.REVIEW::equals).isPresent())
                .toList();
    }

    /** Doubts of which somebody knows that they arrived; how many could be settled so. */
    @Transactional
    public int arrived(Actor actor, Collection<MessageId> messages) {
        List<Text> doubts =
                waiting(actor, messages).stream().filter(Undecided::doubtful).toList();
        if (!doubts.isEmpty()) {
            Instant now = clock.instant();
            store.settle(ids(doubts), MessageState.DELIVERED, now);
            tell(actor, doubts, MessageState.DELIVERED, now);
            audit.add(actor, "text.arrived", "text", one(doubts), names(doubts));
        }
        return doubts.size();
    }

    private List<Text> waiting(Actor actor, Collection<MessageId> messages) {
        actor.must(Permission.RUN_CAMPAIGNS);
        return store.lock(actor.organization(), messages);
    }

    private static boolean doubtful(Text text) {
        return text.state() == MessageState.UNCONFIRMED;
    }

    private static List<MessageId> ids(List<Text> texts) {
        return texts.stream().map(Text::messageId).toList();
    }

    private static Optional<Long> one(List<Text> texts) {
        return texts.size() == 1 ? Optional.of(texts.getFirst().messageId().value()) : Optional.empty();
    }

    private static String names(List<Text> texts) {
        return texts.stream()
                .limit(MOST_NAMED)
                .map(text -> text.messageId().text())
                .collect(Collectors.joining(" ", texts.size() + ": ", ""));
    }

    private void tell(Actor actor, List<Text> texts, MessageState state, Instant now) {
        texts.forEach(text -> {
            Trail.oddity("text decided by a person", actor.organization(), text.messageId(), state);
            announcements.publishEvent(new TextMoved(
                    actor.organization(),
                    text.messageId(),
                    text.purpose(),
                    text.topicId(),
                    state,
                    Optional.empty(),
                    now));
        });
    }
}
