package org.rung.texting;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rung.asks.AskNow;
import org.rung.asks.AskOutcome;
import org.rung.asks.AskPut;
import org.rung.asks.Asks;
import org.rung.asks.NextAsk;
import org.rung.commitments.AskId;
import org.rung.commitments.Cause;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asking someone for more, in a conversation that one may act in. */
@Service
public class ConversationAsks {
    private final Holding holding;
    private final DraftStore drafts;
    private final Asks asks;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    ConversationAsks(Holding holding, DraftStore drafts, Asks asks, ApplicationEventPublisher announce, Clock clock) {
        this.holding = holding;
        this.drafts = drafts;
        this.asks = asks;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * The ask that is proposed goes with what the member writes here: they are asked when that text is sent.
     *
     * @return its words
     * @throws Problem.Conflict when it is not what to propose any more
     */
    @Transactional
    public String use(Actor actor, ConversationId conversationId, AskId askId) {
        MemberId me = actor.member().orElseThrow(() -> new Problem.Refused("problem.members-hold"));
        Conversation conversation = holding.toAct(actor, conversationId);
        NextAsk ask = now(actor, conversation)
                .filter(AskNow.Propose.class::isInstance)
                .map(proposed -> ((AskNow.Propose) proposed).ask())
                .filter(proposed -> proposed.askId().equals(askId))
                .orElseThrow(() -> new Problem.Conflict("problem.ask-open"));
        drafts.ask(
                actor.organization(),
                conversationId,
                me,
                ask.words(),
                new AskPut(ask.askId(), ask.reason()),
                clock.instant());
        return ask.words();
    }

    /** What the member writes here asks for nothing after all; their words stay. */
    @Transactional
    public void leaveOut(Actor actor, ConversationId conversationId) {
        holding.toAct(actor, conversationId);
        actor.member().ifPresent(me -> drafts.askNothing(conversationId, me));
    }

    /**
     * What they said to the ask that waits for an answer: a yes makes a promise, a no gives them a rest.
     *
     * @throws Problem.Conflict when none waits any more
     */
    @Transactional
    public void answered(Actor actor, ConversationId conversationId, boolean yes) {
        Conversation conversation = holding.toAct(actor, conversationId);
        AskId askId = now(actor, conversation)
                .filter(AskNow.Waiting.class::isInstance)
                .map(waiting -> ((AskNow.Waiting) waiting).ask().askId())
                .orElseThrow(() -> new Problem.Conflict("problem.ask-settled"));
        asks.asked(
                actor,
                conversation.supporter(),
                askId,
                yes ? AskOutcome.ACCEPTED : AskOutcome.DECLINED,
                "",
                Optional.of(new Cause(conversationId.value(), Optional.empty())));
        changed(actor, conversation);
    }

    /** Not this one, and not now: others see why, and it is not proposed again until its pause is over. */
    @Transactional
    public void putOff(Actor actor, ConversationId conversationId, AskId askId, String reason) {
        Conversation conversation = holding.toAct(actor, conversationId);
        asks.asked(actor, conversation.supporter(), askId, AskOutcome.OVERRIDDEN, reason);
        changed(actor, conversation);
    }

    private Optional<AskNow> now(Actor actor, Conversation conversation) {
        return Optional.ofNullable(asks.now(actor.organization(), List.of(conversation.supporter()))
                .get(conversation.supporter()));
    }

    private void changed(Actor actor, Conversation conversation) {
        announce.publishEvent(new ConversationChanged(
                actor.organization(), Optional.of(conversation.conversationId()), conversation.texter()));
    }
}
