package org.rung.messaging;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.consent.ConsentChanged;
import org.rung.consent.ConsentKind;
import org.rung.media.Attachments;
import org.rung.media.Chosen;
import org.rung.media.Pictures;
import org.rung.segments.Segments;
import org.rung.senders.SenderId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Texts out, and the threads they stand in. */
@Service
public class Texts {
    private static final int LONGEST = 1600;

    private final TextStore store;
    private final QueueStore queue;
    private final Pools pools;
    private final ForgottenStore forgotten;
    private final Attachments attachments;
    private final Pictures pictures;
    private final OutboxBell bell;
    private final ApplicationEventPublisher announcements;
    private final Clock clock;

    Texts(
            TextStore store,
            QueueStore queue,
            Pools pools,
            ForgottenStore forgotten,
            Attachments attachments,
            Pictures pictures,
            OutboxBell bell,
            ApplicationEventPublisher announcements,
            Clock clock) {
        this.store = store;
        this.queue = queue;
        this.pools = pools;
        this.forgotten = forgotten;
        this.attachments = attachments;
        this.pictures = pictures;
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
        actor.must(Permission.TEXT);
        if (draft.body().isBlank() || draft.body().length() > LONGEST) {
            throw new Problem.Invalid("text", "problem.length", 1, LONGEST);
        }
        OrganizationId organizationId = actor.organization();
        route.mustBeTextable();
        Chosen chosen = pictures.chosen(actor, draft.pictures());
        Instant now = clock.instant();
        boolean open = draft.window().open(now);
        // The first commonest case costs one read and one insert; a window that never opens is refused here.
        Optional<Hold> hold =
                open ? draft.undo().isPositive() ? Optional.of(Hold.UNDO) : Optional.empty() : Optional.of(Hold.HOURS);
        Instant dueAt = open ? now.plus(draft.undo()) : draft.window().nextOpening(now);
        Optional<SenderId> sender = route.sender(draft.purpose()).or(() -> pools.choose(organizationId, draft.phone()));
        ThreadId threadId =
                route.thread().orElseGet(() -> queue.makeThread(organizationId, draft.phone(), sender, now));
        if (route.thread().isPresent() && route.theirs().isEmpty() && sender.isPresent()) {
            queue.move(threadId, sender.get());
            pools.moved(organizationId, sender.get(), 1);
        }
        Text text = new Text(
                new MessageId(Id.next()),
                threadId,
                sender,
                draft.phone(),
                Direction.OUT,
                draft.purpose(),
                hold.isPresent() ? MessageState.HELD : MessageState.QUEUED,
                draft.body(),
                // What leaves with a picture is not cut into segments: carriers count it as one.
                chosen.count() > 0 ? 1 : Segments.of(draft.body()).count(),
                chosen.count(),
                draft.topicId(),
                draft.author(),
                hold,
                Optional.of(dueAt),
                Optional.empty(),
                now);
        if (!queue.add(organizationId, text, draft)) {
            return store.requested(organizationId, draft)
                    .orElseThrow(() -> new Problem.Conflict("problem.sent-already"));
        }
        attachments.sent(organizationId, text.messageId(), draft.phone(), chosen);
        Trail.step("text queued", organizationId, text.messageId(), text.state());
        bell.ringAfterCommit();
        return text;
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
