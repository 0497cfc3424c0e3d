package org.rung.messaging;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.consent.ConsentChanged;
import org.rung.consent.ConsentKind;
import org.rung.consent.SuppressionScope;
import org.rung.consent.SuppressionsChanged;
import org.rung.media.Attachments;
import org.rung.senders.SenderId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Texts out, and the threads they stand in. */
@Service
public class Texts {
    /** Why a text to somebody on the do-not-text list was cancelled. */
    public static final String SUPPRESSED = "SUPPRESSED";

    private final TextStore store;
    private final QueueStore queue;
    private final PlainTextsStore plain;
    private final Queueing queueing;
    private final Pools pools;
    private final ForgottenStore forgotten;
    private final Attachments attachments;
    private final OutboxBell bell;
    private final ApplicationEventPublisher announcements;
    private final Clock clock;

    Texts(
            TextStore store,
            QueueStore queue,
            PlainTextsStore plain,
            Queueing queueing,
            Pools pools,
            ForgottenStore forgotten,
            Attachments attachments,
            OutboxBell bell,
            ApplicationEventPublisher announcements,
            Clock clock) {
        this.store = store;
        this.queue = queue;
        this.plain = plain;
        this.queueing = queueing;
        this.pools = pools;
        this.forgotten = forgotten;
        this.attachments = attachments;
        this.bell = bell;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * Joins the caller's transaction: the text leaves only if that commits. Unique keys decide who is first, so that
     * any number of callers at once make one message.
     *
     * @return the message of the same topic and requestKey when there is one already
     * @throws Problem.Refused to an opted-out, wrong or unreachable number
     * @throws Problem.Conflict when the onceKey is taken
     * @throws Problem.Invalid when a picture is not there any more, or they are too many or too large together
     */
    // Nothing is written before a Problem is thrown, so the caller may go on with its transaction.
    @Transactional(noRollbackFor = Problem.class)
    public Text queue(Actor actor, TextDraft draft) {
        return queue(actor, draft, queue.route(actor.organization(), draft.phone(), draft.sender()));
    }

    /**
     * Where a text would go. Until the transaction ends no other caller gets this far with the same number, and no
     * consent of it changes.
     */
    @Transactional(noRollbackFor = Problem.class)
    public TextRoute lock(Actor actor, TextDraft draft) {
        return queue.lock(actor.organization(), draft.phone(), draft.sender());
    }

    /** As {@link #queue(Actor, TextDraft)}, on the way that {@link #lock} found in the same transaction. */
    @Transactional(noRollbackFor = Problem.class)
    public Text queue(Actor actor, TextDraft draft, TextRoute route) {
        return queueing.one(actor, draft, route);
    }

    /**
     * As {@link #lock(Actor, TextDraft)}, for many numbers of one organization at once; without those of which nobody has
     * ever said anything, and there is nothing to lock.
     *
     * @param sender the one that all of them would leave from, were nobody's number theirs
     */
    @Transactional
    public Map<PhoneNumber, TextRoute> lock(
            OrganizationId organizationId, List<PhoneNumber> phones, Optional<SenderId> sender) {
        return plain.lock(organizationId, phones, sender);
    }

    /**
     * As {@link #queue(Actor, TextDraft, TextRoute)}, for many at once, in their order: each to another number, with a
     * {@link TextRoute#settled settled} route, and without pictures. All or none: where one cannot be queued the caller's
     * transaction is over.
     *
     * @throws org.springframework.dao.DuplicateKeyException when a once key or a request key is taken
     */
    @Transactional
    public List<Text> queue(OrganizationId organizationId, List<RoutedText> texts) {
        return queueing.together(organizationId, texts);
    }

    /** HELD becomes CANCELLED, for the member who wrote it; false when it has gone. */
    @Transactional
    public boolean undo(Actor actor, MessageId messageId) {
        actor.must(Permission.TEXT);
        Instant now = clock.instant();
        return store.undo(actor.organization(), messageId, actor.member(), now)
                .map(cancelled -> announce(actor.organization(), List.of(cancelled), now))
                .isPresent();
    }

    /**
     * What waits leaves inside these hours, which are looked at when its time comes; nothing leaves earlier than it was
     * said to.
     */
    @Transactional
    public void keepTo(OrganizationId organizationId, Collection<MessageId> messages, LocalTime from, LocalTime until) {
        store.keepTo(organizationId, messages, from, until);
    }

    /** HELD and QUEUED become CANCELLED; how many did. */
    @Transactional
    public int cancelUnclaimed(OrganizationId organizationId, Collection<MessageId> messages) {
        Instant now = clock.instant();
        return announce(organizationId, store.cancel(organizationId, messages, Optional.empty(), now), now);
    }

    /** What is not with the provider yet waits until {@link #goOn}; hours are looked at again when it leaves. */
    @Transactional
    public void pause(OrganizationId organizationId, Collection<MessageId> messages) {
        if (!messages.isEmpty()) {
            store.pause(organizationId, messages)
                    .forEach(text -> Trail.step("text paused", organizationId, text, MessageState.HELD));
        }
    }

    /** What {@link #pause} kept leaves. */
    @Transactional
    public void goOn(OrganizationId organizationId, Collection<MessageId> messages) {
        List<MessageId> going = messages.isEmpty() ? List.of() : store.goOn(organizationId, messages, clock.instant());
        going.forEach(text -> Trail.step("text goes on", organizationId, text, MessageState.QUEUED));
        if (!going.isEmpty()) {
            bell.ringAfterCommit();
        }
    }

    public Optional<Text> find(OrganizationId organizationId, MessageId messageId) {
        return Optional.ofNullable(all(organizationId, List.of(messageId)).get(messageId));
    }

    /** Oldest first within the page. */
    @Transactional(readOnly = true)
    public List<Text> thread(OrganizationId organizationId, ThreadId threadId, Optional<MessageId> before, int limit) {
        return store.thread(organizationId, threadId, before, limit);
    }

    /** As {@link #thread}, by the number; empty when nothing was ever exchanged with it. */
    @Transactional(readOnly = true)
    public List<Text> exchanged(
            OrganizationId organizationId, PhoneNumber phone, Optional<MessageId> before, int limit) {
        return queue.route(organizationId, phone, Optional.empty())
                .thread()
                .map(found -> store.thread(organizationId, found, before, limit))
                .orElse(List.of());
    }

    @Transactional(readOnly = true)
    public Map<MessageId, Text> all(OrganizationId organizationId, Collection<MessageId> messages) {
        return store.all(organizationId, messages);
    }

    /** Found or made. */
    @Transactional
    public ThreadId threadWith(OrganizationId organizationId, PhoneNumber phone) {
        TextRoute route = queue.route(organizationId, phone, Optional.empty());
        return route.thread()
                .orElseGet(() -> queue.makeThread(
                        organizationId,
                        phone,
                        route.theirs().or(() -> pools.choose(organizationId, phone)),
                        clock.instant()));
    }

    /** Until the transaction ends, nobody else does anything about these threads. */
    @Transactional
    public void hold(OrganizationId organizationId, Collection<ThreadId> threads) {
        store.lock(organizationId, threads);
    }

    /**
     * Cancels what waits for these numbers and drops the words and files of all that was exchanged, words of what is on
     * its way as soon as that has settled; that it was stays.
     */
    @Transactional
    public void forget(OrganizationId organizationId, List<PhoneNumber> phones) {
        if (phones.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        announce(organizationId, store.cancelAllTo(organizationId, phones, "ERASED", now), now);
        forgotten.forget(organizationId, phones);
        attachments.forget(organizationId, phones);
        announcements.publishEvent(new TextsForgotten(organizationId, phones));
    }

    /** Nothing is claimed for a number once its opt-out is stored: what waits is cancelled in the same transaction. */
    @EventListener
    void obey(ConsentChanged changed) {
        if (changed.consent() != ConsentKind.OPTED_IN) {
            Instant now = clock.instant();
            announce(
                    changed.organizationId(),
                    store.cancelAllTo(changed.organizationId(), changed.phones(), "OPTED_OUT", now),
                    now);
        }
    }

    /** So it is with whoever is put on the do-not-text list; before other rooms look at what waited. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void obey(SuppressionsChanged changed) {
        if (!changed.added()) return;
        Instant now = clock.instant();
        List<Text> waiting =
                switch (changed.scope()) {
                    case SuppressionScope.ForGood() ->
                        store.cancelAllTo(changed.organizationId(), changed.phones(), SUPPRESSED, now);
                    // An answer that was written already is one to somebody who wrote.
                    case SuppressionScope.Until until ->
                        store.cancelFirstTextsTo(
                                changed.organizationId(), changed.phones(), Optional.empty(), SUPPRESSED, now);
                    case SuppressionScope.Within within ->
                        store.cancelFirstTextsTo(
                                changed.organizationId(),
                                changed.phones(),
                                Optional.of(within.occasion()),
                                SUPPRESSED,
                                now);
                };
        announce(changed.organizationId(), waiting, now);
    }

    private int announce(OrganizationId organizationId, List<Text> cancelled, Instant now) {
        cancelled.forEach(text -> {
            Trail.step("text cancelled", organizationId, text.messageId(), MessageState.CANCELLED, text.errorCode());
            announcements.publishEvent(new TextMoved(
                    organizationId,
                    text.messageId(),
                    text.purpose(),
                    text.topicId(),
                    MessageState.CANCELLED,
                    text.errorCode(),
                    now));
        });
        return cancelled.size();
    }
}
