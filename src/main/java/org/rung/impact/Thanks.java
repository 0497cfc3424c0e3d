package org.rung.impact;

import java.time.Clock;
import java.util.List;
import org.rung.accounts.Members;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Words of thanks from those who see what came of it all to those who did it. */
@Service
public class Thanks {
    public static final int LONGEST = 400;
    private static final int SHOWN = 50;

    private final ThanksStore store;
    private final Members members;
    private final Clock clock;

    Thanks(ThanksStore store, Members members, Clock clock) {
        this.store = store;
        this.members = members;
        this.clock = clock;
    }

    /** True for whoever sees all conversations: organizers, coordinators and admins. Nobody thanks themselves. */
    public boolean mayThank(Actor.Member actor, MemberId whom) {
        return actor.may(Permission.SEE_CONVERSATIONS) && !actor.memberId().equals(whom);
    }

    /**
     * @param words 1 to 400 characters
     * @throws Problem.Missing when the organization has no such member
     */
    @Transactional
    public ThanksId say(Actor.Member actor, MemberId whom, String words) {
        actor.must(Permission.SEE_CONVERSATIONS);
        String said = words.strip();
        if (said.isEmpty()) throw new Problem.Invalid("words", "problem.empty");
        if (said.length() > LONGEST) throw new Problem.Invalid("words", "problem.too-long", LONGEST);
        members.get(actor, whom);
        if (!mayThank(actor, whom)) throw new Problem.Conflict("problem.thanks-self");
        var id = new ThanksId(Id.next());
        store.add(id, actor.organization(), actor.memberId(), whom, said, clock.instant());
        return id;
    }

    /** Those that the member has not said to have read, the oldest first. */
    @Transactional(readOnly = true)
    public List<ThankYou> unread(Actor.Member actor) {
        return store.unread(actor.organization(), actor.memberId(), SHOWN);
    }

    /** The latest to this member first; at most 50. */
    @Transactional(readOnly = true)
    public List<ThankYou> all(Actor.Member actor) {
        return store.latest(actor.organization(), actor.memberId(), SHOWN);
    }

    /** Whoever looks at all of them has read them. */
    @Transactional
    public void readAll(Actor.Member actor) {
        store.readAll(actor.organization(), actor.memberId(), clock.instant());
    }

    /** Read by the one whom they are for; again changes nothing. */
    @Transactional
    public void read(Actor.Member actor, ThanksId thanksId) {
        store.read(actor.organization(), actor.memberId(), thanksId, clock.instant());
    }
}
