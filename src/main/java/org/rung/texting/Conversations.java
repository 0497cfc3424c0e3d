package org.rung.texting;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.campaigns.CampaignId;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.MessageId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.messaging.Text;
import org.rung.people.Supporters;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.Question;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Conversations with supporters. A texter reaches only those they hold, and for ten minutes what was just closed; SEE_CONVERSATIONS reads and REPLY_TO_ANYONE acts
 * in all of the organization; any other is Missing. What an actor is refused, or lost a race for, is a Problem with
 * the next step in words.
 */
@Service
public class Conversations {

    private final ConversationStore store;
    private final ClosingStore closing;
    private final DraftStore drafts;
    private final ConversationRowStore rows;
    private final Holding holding;
    private final Sends sends;
    private final FirstSends firstSends;
    private final Answering answering;
    private final Scripting scripting;
    private final Helping helping;
    private final Supporters supporters;
    private final Consents consents;
    private final Members members;
    private final AuditLog audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Conversations(
            ConversationStore store,
            ClosingStore closing,
            DraftStore drafts,
            ConversationRowStore rows,
            Holding holding,
            Sends sends,
            FirstSends firstSends,
            Answering answering,
            Scripting scripting,
            Helping helping,
            Supporters supporters,
            Consents consents,
            Members members,
            AuditLog audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.closing = closing;
        this.drafts = drafts;
        this.rows = rows;
        this.holding = holding;
        this.sends = sends;
        this.firstSends = firstSends;
        this.answering = answering;
        this.scripting = scripting;
        this.helping = helping;
        this.supporters = supporters;
        this.consents = consents;
        this.members = members;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Conversation get(Actor actor, ConversationId conversationId) {
        return holding.toRead(actor, conversationId);
    }

    /**
     * For rooms above: the conversation, where the actor may act in it now.
     *
     * @throws Problem.Conflict to its texter while it is with an organizer
     */
    @Transactional(readOnly = true)
    public Conversation toAct(Actor actor, ConversationId conversationId) {
        return holding.toAct(actor, conversationId);
    }

    /** Those that wait come longest-waiting first, one's own unread before that, others newest first. Without SEE_CONVERSATIONS only one's own, open or just closed. */
    @Transactional(readOnly = true)
    public Page<ConversationRow> page(Actor actor, ConversationFilter filter, Page.Wanted wanted) {
        if (actor.may(Permission.SEE_CONVERSATIONS)) {
            return rows.page(actor.organization(), filter, wanted, Optional.empty());
        }
        actor.must(Permission.TEXT);
        MemberId me = actor.member().orElseThrow(() -> new Problem.Refused("problem.members-hold"));
        return rows.page(
                actor.organization(),
                new ConversationFilter(
                        filter.campaign(), Optional.of(me), filter.state(), ConversationFilter.Among.ALL),
                wanted,
                Optional.of(clock.instant().minus(Holding.LOOK_BACK)));
    }

    /** Whose these are, without the latest texts: of those that one holds or may see. */
    @Transactional(readOnly = true)
    public Map<ConversationId, ConversationRow> whose(Actor actor, Collection<ConversationId> conversations) {
        boolean all = actor.may(Permission.SEE_CONVERSATIONS);
        return rows.whose(actor.organization(), conversations).entrySet().stream()
                .filter(row -> all
                        || row.getValue().texter().isPresent()
                                && row.getValue().texter().equals(actor.member()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many conversations of a campaign are in each state; every state is there. */
    @Transactional(readOnly = true)
    public Map<ConversationState, Integer> counts(Actor actor, CampaignId campaignId) {
        actor.must(Permission.SEE_CONVERSATIONS);
        return store.counts(actor.organization(), campaignId);
    }

    /**
     * Sends the first text. The same requestKey again gives the same text; fifty at once cause one.
     *
     * @throws Problem.Conflict when someone else was first, the campaign does not run, or the number has had
     *     as many first texts as the contact rules allow; the words are kept as a draft
     * @throws Problem.Invalid when the campaign locks its first text and these are not the script's words
     */
    public Text sendFirst(Actor actor, ConversationId conversationId, String body, String requestKey) {
        return sendFirst(actor, conversationId, body, requestKey, false);
    }

    /** As {@link #sendFirst(Actor, ConversationId, String, String)}; sure: whoever sends was asked about the words, and means them. */
    public Text sendFirst(Actor actor, ConversationId conversationId, String body, String requestKey, boolean sure) {
        try {
            return firstSends.send(actor, conversationId, body, requestKey, sure);
        } catch (Problem.Conflict lost) {
            keep(actor, conversationId, new Draft(body, Optional.empty()));
            sends.closeIfMoved(actor, conversationId);
            firstSends.returnIfTextedOften(actor, conversationId);
            throw lost;
        }
    }

    /** Whether a first text that could not be sent may yet be: nobody sent it, closed it or took it. */
    @Transactional(readOnly = true)
    public boolean stillToText(Actor actor, ConversationId conversationId) {
        return store.find(actor.organization(), conversationId)
                .filter(found -> found.state() == ConversationState.NEEDS_FIRST_TEXT && holding.maySend(actor, found))
                .isPresent();
    }

    /**
     * Answers. The same requestKey again gives the same text. After a lease has ended it still succeeds if nobody took the
     * conversation.
     *
     * @throws Problem.Conflict when it is closed or someone else has it; the words are kept as a draft
     */
    public Text reply(Actor actor, ConversationId conversationId, String body, String requestKey) {
        return reply(actor, conversationId, new Draft(body, Optional.empty()), requestKey, false);
    }

    /**
     * As {@link #reply(Actor, ConversationId, String, String)}, with a picture.
     *
     * @throws Problem.Invalid when the picture is not there any more, or not theirs
     */
    public Text reply(Actor actor, ConversationId conversationId, Draft draft, String requestKey) {
        return reply(actor, conversationId, draft, requestKey, false);
    }

    /**
     * As {@link #reply(Actor, ConversationId, Draft, String)}; sure: whoever sends was asked about the words,
     * and means them.
     *
     * @throws Problem.Conflict that {@link Objection#asks asks} when they were not yet
     * @throws Problem.Invalid when the picture is not there any more, or not theirs
     */
    public Text reply(Actor actor, ConversationId conversationId, Draft draft, String requestKey, boolean sure) {
        try {
            return sends.reply(actor, conversationId, draft, requestKey, sure);
        } catch (Problem.Conflict lost) {
            keep(actor, conversationId, draft);
            sends.closeIfMoved(actor, conversationId);
            throw lost;
        }
    }

    /** Whether what is being written can still be sent, though the conversation has gone back to everyone. */
    @Transactional(readOnly = true)
    public boolean mayAnswerLate(Actor actor, ConversationId conversationId) {
        return store.find(actor.organization(), conversationId)
                .filter(found -> !found.closed() && found.texter().isEmpty() && holding.maySend(actor, found))
                .isPresent();
    }

    /** A first text or a reply, whichever is next. */
    public Text send(Actor actor, ConversationId conversationId, String body, String requestKey) {
        return send(actor, conversationId, body, requestKey, false);
    }

    /** As {@link #send(Actor, ConversationId, String, String)}; sure: whoever sends was asked about the words, and means them. */
    public Text send(Actor actor, ConversationId conversationId, String body, String requestKey, boolean sure) {
        return get(actor, conversationId).state() == ConversationState.NEEDS_FIRST_TEXT
                ? sendFirst(actor, conversationId, body, requestKey, sure)
                : reply(actor, conversationId, new Draft(body, Optional.empty()), requestKey, sure);
    }

    /** Takes a text back while it is held for that; false when it has gone. The state before comes back if nothing arrived since. */
    @Transactional
    public boolean undo(Actor actor, ConversationId conversationId, MessageId messageId) {
        Conversation conversation = holding.toKeep(actor, conversationId);
        boolean undone = sends.undo(actor, conversation, messageId);
        changed(actor, conversation);
        return undone;
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

    /** Keeps what is being written; empty words drop it. */
    @Transactional
    public void saveDraft(Actor actor, ConversationId conversationId, String words) {
        saveDraft(actor, conversationId, new Draft(words, Optional.empty()));
    }

    /** Keeps what is being written with its picture; nothing of either drops it. */
    @Transactional
    public void saveDraft(Actor actor, ConversationId conversationId, Draft draft) {
        holding.toKeep(actor, conversationId);
        keep(actor, conversationId, draft);
    }

    /** The soft words were nothing; the suggestion goes. */
    @Transactional
    public void ignoreSuggestion(Actor actor, ConversationId conversationId) {
        Conversation conversation = holding.toAct(actor, conversationId);
        store.forgetSuggestion(conversationId);
        changed(actor, conversation);
    }

    /** The whole number; needs SEE_NUMBERS, and every look is written down. */
    @Transactional
    public PhoneNumber reveal(Actor actor, ConversationId conversationId) {
        actor.must(Permission.SEE_NUMBERS);
        Conversation conversation = holding.toRead(actor, conversationId);
        audit.add(
                actor,
                "number.revealed",
                "conversation",
                Optional.of(conversationId.value()),
                "supporter " + conversation.supporter().text());
        return conversation.phone();
    }

    /** Gives a conversation to a member, who holds it until it closes: from the inbox, or from another texter. */
    @Transactional
    public void give(Actor actor, ConversationId conversationId, MemberId texter) {
        Conversation conversation = holding.toAct(actor, conversationId);
        if (!actor.member().filter(texter::equals).isPresent()) {
            actor.must(Permission.ASSIGN);
        }
        Member member = members.get(actor, texter);
        if (member.suspendedAt().isPresent()) {
            throw new Problem.Invalid("texter", "problem.texter-suspended");
        }
        if (!member.roles().may(Permission.TEXT)) {
            throw new Problem.Invalid("texter", "problem.texter-may-not");
        }
        helping.overtaken(actor, conversation, HelpOvertaken.By.GIVEN);
        store.give(actor.organization(), conversationId, texter);
        changed(actor, conversation);
        announce.publishEvent(
                new ConversationChanged(actor.organization(), Optional.of(conversationId), Optional.of(texter)));
    }

    private void keep(Actor actor, ConversationId conversationId, Draft draft) {
        actor.member().ifPresent(me -> {
            if (draft.words().isBlank() && draft.picture().isEmpty()) {
                drafts.drop(conversationId, me);
            } else if (draft.words().length() <= 1_600) {
                drafts.save(actor.organization(), conversationId, me, draft, clock.instant());
            }
        });
    }

    private void changed(Actor actor, Conversation conversation) {
        announce.publishEvent(new ConversationChanged(
                actor.organization(), Optional.of(conversation.conversationId()), conversation.texter()));
    }

    /** Texters tag and detach through a conversation they hold, without the permission to edit people at large. */
    private static Actor script(Actor actor) {
        return new Actor.System(actor.organization());
    }

    private static Actor noting(Actor actor) {
        return actor.may(Permission.EDIT_PEOPLE) ? actor : script(actor);
    }
}
