package org.rung.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.media.Attachments;
import org.rung.media.Chosen;
import org.rung.media.Pictures;
import org.rung.segments.Segments;
import org.rung.senders.SenderId;
import org.springframework.stereotype.Component;

/** How what is to be sent becomes a text that waits for its turn: one alone with all that may come with it, or many plain ones. */
@Component
class Queueing {
    private static final int LONGEST = 1600;

    private final TextStore store;
    private final QueueStore queue;
    private final PlainTextsStore plain;
    private final ThreadStore threads;
    private final Pools pools;
    private final Attachments attachments;
    private final Pictures pictures;
    private final OutboxBell bell;
    private final Clock clock;

    Queueing(
            TextStore store,
            QueueStore queue,
            PlainTextsStore plain,
            ThreadStore threads,
            Pools pools,
            Attachments attachments,
            Pictures pictures,
            OutboxBell bell,
            Clock clock) {
        this.store = store;
        this.queue = queue;
        this.plain = plain;
        this.threads = threads;
        this.pools = pools;
        this.attachments = attachments;
        this.pictures = pictures;
        this.bell = bell;
        this.clock = clock;
    }

    /** When a text leaves, and what holds it until then. */
    private record Departure(Optional<Hold> hold, Optional<Instant> at) {
        static Departure of(TextDraft draft, Instant now) {
            // Without a time nothing takes it up by itself; its hours are looked at when it is let go.
            if (draft.review()) return new Departure(Optional.of(Hold.REVIEW), Optional.empty());
            return draft.window().open(now)
                    ? new Departure(
                            draft.undo().isPositive() ? Optional.of(Hold.UNDO) : Optional.empty(),
                            Optional.of(now.plus(draft.undo())))
                    // A window that never opens is refused here.
                    : new Departure(
                            Optional.of(Hold.HOURS), Optional.of(draft.window().nextOpening(now)));
        }
    }

    Text one(Actor actor, TextDraft draft, TextRoute route) {
        Instant now = clock.instant();
        mayBeSent(actor, draft, route, now);
        OrganizationId organizationId = actor.organization();
        Chosen chosen = pictures.chosen(actor, draft.pictures());
        var departure = Departure.of(draft, now);
        Optional<SenderId> sender = sender(organizationId, draft, route);
        ThreadId thread = route.thread().orElseGet(() -> queue.makeThread(organizationId, draft.phone(), sender, now));
        if (route.homeless() && sender.isPresent()) {
            queue.move(thread, sender.get());
            pools.moved(organizationId, sender.get(), 1);
        }
        Text text = text(draft, thread, sender, departure, chosen.count(), now);
        if (!queue.add(organizationId, text, draft)) {
            return store.requested(organizationId, draft)
                    .orElseThrow(() -> new Problem.Conflict("problem.sent-already"));
        }
        attachments.sent(organizationId, text.messageId(), draft.phone(), chosen);
        queued(organizationId, text);
        return text;
    }

    /** In their order; all of one organization, each to another number, without pictures, and none of them homeless. */
    List<Text> together(OrganizationId organizationId, List<RoutedText> texts) {
        Instant now = clock.instant();
        Map<PhoneNumber, SenderId> strangers = new HashMap<>();
        List<Optional<SenderId>> senders = new ArrayList<>();
        for (RoutedText one : texts) {
            mayBeSent(one.actor(), one.draft(), one.route(), now);
            Optional<SenderId> sender = sender(organizationId, one.draft(), one.route());
            senders.add(sender);
            if (one.route().thread().isEmpty()) {
                strangers.put(
                        one.draft().phone(),
                        sender.orElseThrow(
                                () -> new IllegalStateException("Without a number to text from, one by one")));
            }
        }
        Map<PhoneNumber, ThreadId> made = threads.makeThreads(organizationId, strangers, now);
        List<PlainTextsStore.Row> rows = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            TextDraft draft = texts.get(i).draft();
            ThreadId thread =
                    texts.get(i).route().thread().orElseGet(() -> Objects.requireNonNull(made.get(draft.phone())));
            rows.add(new PlainTextsStore.Row(
                    text(draft, thread, senders.get(i), Departure.of(draft, now), 0, now), draft));
        }
        plain.insert(organizationId, rows);
        List<Text> queued = rows.stream().map(PlainTextsStore.Row::text).toList();
        queued.forEach(text -> queued(organizationId, text));
        return queued;
    }

    private void mayBeSent(Actor actor, TextDraft draft, TextRoute route, Instant now) {
        actor.must(Permission.TEXT);
        if (draft.body().isBlank() || draft.body().length() > LONGEST) {
            throw new Problem.Invalid("text", "problem.length", 1, LONGEST);
        }
        route.mustBeTextable();
        // What begins with us is kept back; whoever wrote is answered, unless they are never to be texted.
        route.mustBeFree(
                draft,
                now,
                since -> route.thread()
                        .filter(thread -> store.theirTurn(actor.organization(), thread, since))
                        .isPresent());
    }

    private Optional<SenderId> sender(OrganizationId organizationId, TextDraft draft, TextRoute route) {
        return route.sender(draft.purpose()).or(() -> pools.choose(organizationId, draft.phone()));
    }

    private static Text text(
            TextDraft draft,
            ThreadId thread,
            Optional<SenderId> sender,
            Departure departure,
            int pictures,
            Instant now) {
        return new Text(
                new MessageId(Id.next()),
                thread,
                sender,
                draft.phone(),
                Direction.OUT,
                draft.purpose(),
                departure.hold().isPresent() ? MessageState.HELD : MessageState.QUEUED,
                draft.body(),
                // What leaves with a picture is not cut into segments: carriers count it as one.
                pictures > 0 ? 1 : Segments.of(draft.body()).count(),
                pictures,
                draft.topicId(),
                draft.author(),
                departure.hold(),
                departure.at(),
                Optional.empty(),
                now);
    }

    private void queued(OrganizationId organizationId, Text text) {
        Trail.step("text queued", organizationId, text.messageId(), text.state());
        bell.ringAfterCommit();
    }
}
