package org.rung.texting;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionId;
import org.rung.actions.Actions;
import org.rung.actions.Verification;
import org.rung.asks.Answer;
import org.rung.asks.Askings;
import org.rung.commitments.AskFamily;
import org.rung.commitments.AskId;
import org.rung.commitments.CommitmentDraft;
import org.rung.commitments.CommitmentId;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.people.Supporters;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.Effect;
import org.springframework.stereotype.Component;

/**
 * Records an answer and does what the script says it does. Another answer to the same question takes the former one's
 * place: its action is voided, its promise released, the ask that it answered waits again, its tag goes unless it was
 * there before; an opt-out stands.
 */
@Component
class Answering {

    private final AnswerStore answers;
    private final Actions actions;
    private final Commitments commitments;
    private final Askings askings;
    private final Supporters supporters;
    private final Consents consents;
    private final SigningUp signingUp;
    private final Clock clock;

    Answering(
            AnswerStore answers,
            Actions actions,
            Commitments commitments,
            Askings askings,
            Supporters supporters,
            Consents consents,
            SigningUp signingUp,
            Clock clock) {
        this.answers = answers;
        this.actions = actions;
        this.commitments = commitments;
        this.askings = askings;
        this.supporters = supporters;
        this.consents = consents;
        this.signingUp = signingUp;
        this.clock = clock;
    }

    /** The conversation is locked by the caller. False when this answer was recorded already. */
    boolean answer(Actor actor, Conversation conversation, String questionKey, AnswerChoice choice) {
        var former = answers.given(conversation.conversationId(), questionKey);
        if (former.filter(given -> given.answerKey().equals(choice.key())).isPresent()) {
            return false;
        }
        // Texters may record answers though not actions or tags as such: the script's author decided what an answer
        // does.
        Actor script = new Actor.System(actor.organization());
        Set<String> tags = choice.effects().stream()
                .flatMap(effect -> effect instanceof Effect.AddTag add ? java.util.stream.Stream.of(add.tag()) : null)
                .collect(Collectors.toSet());
        former.ifPresent(given -> takeBack(script, conversation, given.done(), tags));
        Instant now = clock.instant();
        long answerId = answers.put(actor.organization(), conversation, questionKey, choice.key(), actor.member(), now);
        DoneEffects kept = former.map(AnswerStore.Given::done).orElse(DoneEffects.NONE);
        answers.done(answerId, carryOut(script, actor, conversation, choice, answerId, kept, now));
        return true;
    }

    private void takeBack(Actor script, Conversation conversation, DoneEffects done, Set<String> stays) {
        // A place is held before the promise that it made.
        done.coming().forEach(said -> signingUp.takeBack(script, conversation, said));
        // Promises first: voiding holds standings, and whoever settles a promise holds it before those.
        commitments.release(script, done.commitments());
        done.actions().forEach(action -> actions.voidAction(script, action, "actions.void.answer"));
        done.asked().forEach(answer -> askings.takeBack(script.organization(), conversation.supporter(), answer));
        done.tags().stream()
                .filter(tag -> !stays.contains(tag))
                .forEach(tag -> supporters.untag(script, List.of(conversation.supporter()), tag));
    }

    private DoneEffects carryOut(
            Actor script,
            Actor actor,
            Conversation conversation,
            AnswerChoice choice,
            long answerId,
            DoneEffects former,
            Instant now) {
        List<ActionId> recorded = new ArrayList<>();
        List<CommitmentId> promised = new ArrayList<>();
        List<String> tagged = new ArrayList<>();
        List<Answer> asked = new ArrayList<>();
        List<SaidToCome> coming = new ArrayList<>();
        for (Effect effect : choice.effects()) {
            String once = "answer:" + answerId + ":" + (recorded.size() + promised.size());
            switch (effect) {
                case Effect.AddTag(String tag) -> {
                    // A tag that was there before any answer stays when the answer changes; one of ours is ours again.
                    if (former.tags().contains(tag)
                            || answers.tagsAlready(conversation, List.of(tag)).isEmpty()) {
                        tagged.add(tag);
                    }
                    supporters.tag(script, Collections.singleton(conversation.supporter()), tag);
                }
                case Effect.RecordAction(var type) ->
                    recorded.add(actions.record(
                            script,
                            new ActionDraft(
                                    conversation.supporter(),
                                    type,
                                    1,
                                    Optional.empty(),
                                    Verification.SELF,
                                    now,
                                    actor.member().or(conversation::texter),
                                    conversation.campaign().map(campaign -> campaign.value()),
                                    choice.label(),
                                    Optional.of(once))));
                case Effect.Promise(var family, var title, var due) -> {
                    var yes = askings.yes(actor.organization(), conversation.supporter(), family);
                    yes.ifPresent(one -> asked.add(one.answer()));
                    promised.add(commitments.promise(
                            script,
                            conversation.supporter(),
                            new CommitmentDraft(family, title, due, yes.map(Askings.Yes::askId))
                                    .in(conversation.conversationId().value()),
                            Optional.of(once),
                            actor.member().or(conversation::texter)));
                }
                case Effect.Rsvp rsvp -> {
                    var yes = askings.yes(actor.organization(), conversation.supporter(), AskFamily.COME);
                    yes.ifPresent(one -> asked.add(one.answer()));
                    Optional<AskId> askId = yes.map(Askings.Yes::askId);
                    Optional<MemberId> credited = actor.member().or(conversation::texter);
                    signingUp
                            .open(script, rsvp)
                            .ifPresentOrElse(
                                    shift -> signingUp
                                            .say(script, conversation, shift, askId, credited)
                                            .ifPresent(coming::add),
                                    // Nothing to sign up for any more: their word is kept, and whoever reads it finds
                                    // another.
                                    () -> promised.add(commitments.promise(
                                            script,
                                            conversation.supporter(),
                                            new CommitmentDraft(AskFamily.COME, rsvp.title(), Optional.empty(), askId)
                                                    .in(conversation
                                                            .conversationId()
                                                            .value()),
                                            Optional.of(once),
                                            credited)));
                }
                case Effect.Decline() -> asked.add(askings.no(actor.organization(), conversation.supporter()));
                case Effect.OptOut() -> {
                    asked.add(askings.no(actor.organization(), conversation.supporter()));
                    consents.record(
                            actor,
                            conversation.phone(),
                            ConsentKind.OPTED_OUT,
                            ConsentSource.TEXTER,
                            choice.label(),
                            now);
                }
            }
        }
        return new DoneEffects(recorded, promised, tagged, asked, coming);
    }
}
