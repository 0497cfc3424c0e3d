package org.rung.review;

import java.time.Clock;
import java.util.List;
import org.rung.accounts.Members;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.texting.ConversationId;
import org.rung.texting.Conversations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How conversations went, said to who texted in them. Nobody is ranked by it: a score is read by its texter and by those
 * who look through conversations, one at a time. Saying needs RUN_CAMPAIGNS.
 */
@Service
public class Scores {
    public static final int LONGEST = 400;
    private static final int SHOWN = 50;

    private final ScoreStore store;
    private final Conversations conversations;
    private final Members members;
    private final Clock clock;

    Scores(ScoreStore store, Conversations conversations, Members members, Clock clock) {
        this.members = members;
        this.store = store;
        this.conversations = conversations;
        this.clock = clock;
    }

    /**
     * In place of what the same member said of it before. It is for whoever wrote in it last.
     *
     * @param stars 1 needs a word, 2 good, 3 wonderful
     * @param note at most 400 characters; may be empty
     * @throws Problem.Conflict when no texter has written in it yet, or only who scores it
     */
    @Transactional
    public Score say(Actor.Member actor, ConversationId conversation, int stars, String note) {
        return say(actor, actor.memberId(), conversation, stars, note);
    }

    /** As {@link #say(Actor.Member, ConversationId, int, String)}, for a program that says it in a member's name. */
    @Transactional
    public Score say(Actor actor, MemberId from, ConversationId conversation, int stars, String note) {
        actor.must(Permission.RUN_CAMPAIGNS);
        if (actor.member().filter(from::equals).isEmpty()) mayBeSaidBy(actor, from);
        if (stars < 1 || stars > 3) throw new Problem.Invalid("score", "problem.score-range");
        String words = note.strip();
        if (words.length() > LONGEST) throw new Problem.Invalid("note", "problem.too-long", LONGEST);
        conversations.get(actor, conversation);
        var to = store.author(actor.organization(), conversation)
                .orElseThrow(() -> new Problem.Conflict("problem.score-nobody"));
        if (to.equals(from)) throw new Problem.Conflict("problem.score-self");
        var score = new Score(from, to, stars, words, clock.instant());
        store.save(actor.organization(), conversation, score);
        return score;
    }

    private void mayBeSaidBy(Actor actor, MemberId from) {
        if (actor instanceof Actor.Member || !members.get(actor, from).roles().may(Permission.RUN_CAMPAIGNS)) {
            throw new Problem.Invalid("from", "problem.score-from");
        }
    }

    /** Takes one's own back; again changes nothing. */
    @Transactional
    public void takeBack(Actor.Member actor, ConversationId conversation) {
        actor.must(Permission.RUN_CAMPAIGNS);
        store.remove(actor.organization(), conversation, actor.memberId());
    }

    /** What anyone said of it, the latest first. */
    @Transactional(readOnly = true)
    public List<Score> of(Actor actor, ConversationId conversation) {
        actor.must(Permission.RUN_CAMPAIGNS);
        return store.of(actor.organization(), conversation);
    }

    /** What was said to this member that they have not read, the latest first; at most 50. */
    @Transactional(readOnly = true)
    public List<KindNote> unread(Actor.Member actor) {
        return store.unread(actor.organization(), actor.memberId(), SHOWN);
    }

    /** All that was said to this member, the latest first; at most 50. */
    @Transactional(readOnly = true)
    public List<KindNote> all(Actor.Member actor) {
        return store.latest(actor.organization(), actor.memberId(), SHOWN);
    }

    /** Read by whom it is for; again changes nothing. */
    @Transactional
    public void read(Actor.Member actor, KindNote note) {
        store.read(actor.organization(), actor.memberId(), note.conversationId(), note.from(), clock.instant());
    }
}
