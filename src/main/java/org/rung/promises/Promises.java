package org.rung.promises;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Organizations;
import org.rung.asks.Askings;
import org.rung.commitments.AskId;
import org.rung.commitments.Cause;
import org.rung.commitments.Commitment;
import org.rung.commitments.CommitmentDraft;
import org.rung.commitments.CommitmentId;
import org.rung.commitments.Commitments;
import org.rung.commitments.Turn;
import org.rung.commitments.Turns;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.MessageId;
import org.rung.common.Problem;
import org.rung.giving.Pledges;
import org.rung.messaging.Direction;
import org.rung.messaging.Text;
import org.rung.messaging.Texts;
import org.rung.people.Supporter;
import org.rung.people.Supporters;
import org.rung.texting.Conversation;
import org.rung.texting.ConversationChanged;
import org.rung.texting.ConversationId;
import org.rung.texting.Conversations;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Promises made and kept in a conversation. Conversations are reached as in {@link Conversations}: a texter writes down
 * what is said in those that they hold, and nowhere else.
 */
@Service
public class Promises {
    /** A word that was noted by mistake can be taken back in the conversation. */
    public static final Duration TAKES_BACK = Duration.ofMinutes(10);

    /** A day without an hour; reminders and calendars of nearby zones name the same day. */
    private static final LocalTime NOON = LocalTime.NOON;

    private static final int SHOWN = 50;
    private static final int LATEST = 50;

    private final Conversations conversations;
    private final Commitments commitments;
    private final Pledges pledges;
    private final Turns turns;
    private final Askings askings;
    private final Texts texts;
    private final Supporters supporters;
    private final Organizations organizations;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Promises(
            Conversations conversations,
            Commitments commitments,
            Pledges pledges,
            Turns turns,
            Askings askings,
            Texts texts,
            Supporters supporters,
            Organizations organizations,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.conversations = conversations;
        this.commitments = commitments;
        this.pledges = pledges;
        this.turns = turns;
        this.askings = askings;
        this.texts = texts;
        this.supporters = supporters;
        this.organizations = organizations;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * Writes a promise down; if they were asked for something of the kind, that is their yes. The same request key in the
     * same conversation gives the promise of then.
     *
     * @param requestKey 1 to 60 printable characters
     */
    @Transactional
    public Commitment writeDown(Actor actor, ConversationId conversationId, PromiseDraft draft, String requestKey) {
        Conversation conversation = conversations.toAct(actor, conversationId);
        if (!requestKey.matches("[!-~]{1,60}")) throw new Problem.Invalid("requestId", "problem.request-id");
        Actor script = new Actor.System(actor.organization());
        Optional<Instant> due = draft.day().map(day -> due(script, conversation, day));
        Cause cause = new Cause(conversationId.value(), message(script, conversation, draft.message()));
        Optional<AskId> asked = askings.yes(actor.organization(), conversation.supporter(), draft.family())
                .map(Askings.Yes::askId);
        CommitmentDraft promise = new CommitmentDraft(
                draft.family(),
                draft.what(),
                due,
                draft.note(),
                draft.target(),
                asked,
                Optional.of(cause),
                draft.amount());
        Optional<String> onceKey = Optional.of("said:" + conversationId.value() + ":" + requestKey);
        Optional<MemberId> credited = actor.member().or(conversation::texter);
        CommitmentId id = draft.amount().isPresent()
                ? pledges.promise(script, conversation.supporter(), promise, onceKey, credited)
                : commitments.promise(script, conversation.supporter(), promise, onceKey, credited);
        changed(actor, conversation);
        return commitments.get(script, id);
    }

    /** What they say about a promise of theirs, wherever they made it. The same key again turns nothing. */
    @Transactional
    public void turn(Actor actor, ConversationId conversationId, CommitmentId commitmentId, Turn turn) {
        Conversation conversation = conversations.toAct(actor, conversationId);
        turns.turn(
                new Actor.System(actor.organization()),
                conversation.supporter(),
                commitmentId,
                turn,
                actor.member().or(conversation::texter));
        changed(actor, conversation);
    }

    /** What whoever is in this conversation has promised, the latest first. */
    @Transactional(readOnly = true)
    public List<Commitment> of(Actor actor, ConversationId conversationId) {
        Conversation conversation = conversations.get(actor, conversationId);
        return commitments.of(new Actor.System(actor.organization()), conversation.supporter(), SHOWN);
    }

    private Instant due(Actor script, Conversation conversation, LocalDate day) {
        Supporter person = supporters.get(script, conversation.supporter());
        ZoneId zone = person.zone()
                .orElseGet(() -> organizations.get(script.organization()).zone());
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (day.isBefore(today) || day.isAfter(today.plusDays(PromiseDraft.FARTHEST))) {
            throw new Problem.Invalid("day", "problem.promise-day", PromiseDraft.FARTHEST);
        }
        return day.atTime(NOON).atZone(zone).toInstant();
    }

    private Optional<MessageId> message(Actor script, Conversation conversation, Optional<MessageId> named) {
        if (named.isEmpty()) {
            return texts
                    .exchanged(script.organization(), conversation.phone(), Optional.empty(), LATEST)
                    .reversed()
                    .stream()
                    .filter(text -> text.direction() == Direction.IN)
                    .map(Text::messageId)
                    .findFirst();
        }
        return Optional.of(named.flatMap(text -> texts.find(script.organization(), text))
                .filter(text -> text.direction() == Direction.IN && text.phone().equals(conversation.phone()))
                .map(Text::messageId)
                .orElseThrow(() -> new Problem.Invalid("message", "problem.promise-message")));
    }

    private void changed(Actor actor, Conversation conversation) {
        announce.publishEvent(new ConversationChanged(
                actor.organization(), Optional.of(conversation.conversationId()), conversation.texter()));
    }
}
