package org.rung.texting;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.people.Supporters;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.Question;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What came of a conversation, as its texter learns it. Acted in as in {@link Conversations}. */
@Service
public class Outcomes {

    private final ConversationStore store;
    private final ClosingStore closing;
    private final Holding holding;
    private final Answering answering;
    private final Scripting scripting;
    private final Helping helping;
    private final Supporters supporters;
    private final Consents consents;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Outcomes(
            ConversationStore store,
            ClosingStore closing,
            Holding holding,
            Answering answering,
            Scripting scripting,
            Helping helping,
            Supporters supporters,
            Consents consents,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.closing = closing;
        this.holding = holding;
        this.answering = answering;
        this.scripting = scripting;
        this.helping = helping;
        this.supporters = supporters;
        this.consents = consents;
        this.announce = announce;
        this.clock = clock;
    }

    /** Records an answer, or changes it, and carries out its effects. */
    @Transactional
    public Answered answer(Actor actor, ConversationId conversationId, String questionKey, String answerKey) {
        Conversation conversation = holding.toAct(actor, conversationId);
        store.lock(actor.organization(), conversationId);
        Question question = scripting.question(actor, conversation, questionKey);
        AnswerChoice choice = question.answers().stream()
                .filter(one -> one.key().equals(answerKey))
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid("answer", "problem.answer-unknown"));
        answering.answer(actor, conversation, questionKey, choice);
        Optional<String> next = choice.next().map(Question::key);
        store.ask(conversationId, next);
        changed(actor, conversation);
        return new Answered(questionKey, answerKey, scripting.fill(actor, conversation, choice.reply()), next);
    }

    @Transactional
    public void done(Actor actor, ConversationId conversationId) {
        Conversation conversation = holding.toAct(actor, conversationId);
        closing.close(actor.organization(), conversationId, ClosedReason.DONE, clock.instant());
        helping.overtaken(actor, conversation, HelpOvertaken.By.DONE);
        changed(actor, conversation);
    }

    /** Back to work after done or skipped. @throws Problem.Conflict when it was closed for another reason. */
    @Transactional
    public void reopen(Actor actor, ConversationId conversationId) {
        Conversation conversation = holding.toAct(actor, conversationId);
        var now = clock.instant();
        if (!closing.reopen(
                actor.organization(),
                conversationId,
                now,
                conversation.texter().flatMap(me -> store.facts(conversation).leasedUntil(now)))) {
            throw new Problem.Conflict("problem.not-reopened");
        }
        changed(actor, conversation);
    }

    /** The supporter said so in words of their own: nothing is sent to this number any more. */
    @Transactional
    public void optOut(Actor actor, ConversationId conversationId) {
        Conversation conversation = holding.toAct(actor, conversationId);
        consents.record(
                actor,
                conversation.phone(),
                ConsentKind.OPTED_OUT,
                ConsentSource.TEXTER,
                "texting.consent.stop",
                clock.instant());
        helping.overtaken(actor, conversation, HelpOvertaken.By.OPTED_OUT);
    }

    /** The number is somebody else's: it leaves the supporter, is not texted any more, and the conversation closes. */
    @Transactional
    public void wrongNumber(Actor actor, ConversationId conversationId) {
        Conversation conversation = holding.toAct(actor, conversationId);
        closing.close(actor.organization(), conversationId, ClosedReason.WRONG_NUMBER, clock.instant());
        consents.record(
                actor,
                conversation.phone(),
                ConsentKind.WRONG_NUMBER,
                ConsentSource.TEXTER,
                "texting.consent.wrong",
                clock.instant());
        supporters.detachPhone(script(actor), conversation.supporter(), conversation.phone());
        helping.overtaken(actor, conversation, HelpOvertaken.By.WRONG_NUMBER);
        changed(actor, conversation);
    }

    @Transactional
    public void tag(Actor actor, ConversationId conversationId, String tag) {
        supporters.tag(
                script(actor), List.of(holding.toAct(actor, conversationId).supporter()), tag);
    }

    @Transactional
    public void untag(Actor actor, ConversationId conversationId, String tag) {
        supporters.untag(
                script(actor), List.of(holding.toAct(actor, conversationId).supporter()), tag);
    }

    @Transactional
    public void note(Actor actor, ConversationId conversationId, String words) {
        Conversation conversation = holding.toAct(actor, conversationId);
        supporters.note(noting(actor), conversation.supporter(), words);
    }

    /** They want to be written to in this language, here and in every campaign to come: a code of two or three letters. */
    @Transactional
    public void speaks(Actor actor, ConversationId conversationId, String language) {
        Conversation conversation = holding.toAct(actor, conversationId);
        supporters.speaks(script(actor), conversation.supporter(), language);
        changed(actor, conversation);
    }

    /** The soft words were nothing; the suggestion goes. */
    @Transactional
    public void ignoreSuggestion(Actor actor, ConversationId conversationId) {
        Conversation conversation = holding.toAct(actor, conversationId);
        store.forgetSuggestion(conversationId);
        changed(actor, conversation);
    }

    /** Texters tag and detach through a conversation they hold, without the permission to edit people at large. */
    private static Actor script(Actor actor) {
        return new Actor.System(actor.organization());
    }

    private static Actor noting(Actor actor) {
        return actor.may(Permission.EDIT_PEOPLE) ? actor : script(actor);
    }

    private void changed(Actor actor, Conversation conversation) {
        announce.publishEvent(new ConversationChanged(
                actor.organization(), Optional.of(conversation.conversationId()), conversation.texter()));
    }
}
