package org.rung.circle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.rung.actions.Actions;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.people.Supporters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Conversations with one's own people from one's own phone, and what came of them. All of it needs TEXT. */
@Service
public class Talks {
    /** For so long Rung asks how it went. */
    static final Duration ASKS_FOR = Duration.ofDays(3);

    static final Duration MAY_BE_TAKEN_BACK = Duration.ofHours(1);
    private static final int ASKED_AT_ONCE = 3;

    private final ContactStore contacts;
    private final TalkStore store;
    private final Contacts shown;
    private final Sharing sharing;
    private final Matching matching;
    private final Actions actions;
    private final Consents consents;
    private final Supporters supporters;
    private final Clock clock;

    Talks(
            ContactStore contacts,
            TalkStore store,
            Contacts shown,
            Sharing sharing,
            Matching matching,
            Actions actions,
            Consents consents,
            Supporters supporters,
            Clock clock) {
        this.contacts = contacts;
        this.store = store;
        this.shown = shown;
        this.sharing = sharing;
        this.matching = matching;
        this.actions = actions;
        this.consents = consents;
        this.supporters = supporters;
        this.clock = clock;
    }

    /** The member goes to their own phone to text this person: when they are back they are asked how it went. */
    @Transactional
    public void leave(Actor.Member actor, ContactId contactId) {
        contacts.leaveToText(own(actor, contactId).contactId(), clock.instant());
    }

    /** It came to nothing: they are asked no more. */
    @Transactional
    public void neverMind(Actor.Member actor, ContactId contactId) {
        contacts.leaveToText(own(actor, contactId).contactId(), null);
    }

    /** Whom the member went to text without having said how it went: the latest first, at most three, of the last three days. */
    @Transactional(readOnly = true)
    public List<Contact> open(Actor.Member actor) {
        actor.must(Permission.TEXT);
        Instant since = clock.instant().minus(ASKS_FOR);
        return shown.shown(contacts.leftToText(actor.organization(), actor.memberId(), since, ASKED_AT_ONCE));
    }

    /**
     * Writes down what came of it; of a contact that is shared it is evidence at once. A wrong number brings the member
     * nobody any more, and where the person is shared it is taken off them as it is in any conversation.
     */
    @Transactional
    public TalkId talked(Actor.Member actor, ContactId contactId, TalkOutcome outcome) {
        Kept contact = own(actor, contactId);
        Talk talk = new Talk(new TalkId(Id.next()), outcome, clock.instant());
        store.add(
                actor.organization(),
                contactId,
                talk,
                contact.supporter().flatMap(who -> sharing.evidence(actor, contact, who, talk)));
        contacts.leaveToText(contactId, null);
        if (outcome == TalkOutcome.WRONG_NUMBER) wrong(actor, contact, talk.happenedAt());
        return talk.talkId();
    }

    private void wrong(Actor.Member actor, Kept contact, Instant now) {
        matching.unmatch(contact);
        contact.supporter().ifPresent(who -> {
            consents.record(
                    actor,
                    contact.card().phone(),
                    ConsentKind.WRONG_NUMBER,
                    ConsentSource.TEXTER,
                    "circle.consent.wrong",
                    now);
            supporters.detachPhone(actor, who, contact.card().phone());
        });
    }

    /**
     * A slip of the thumb, within an hour: as if it had not been written down.
     *
     * @throws Problem.Conflict later, and for a wrong number, which others may have acted on
     */
    @Transactional
    public void takeBack(Actor.Member actor, TalkId talkId) {
        actor.must(Permission.TEXT);
        TalkStore.Logged logged = store.find(actor.organization(), actor.memberId(), talkId)
                .orElseThrow(() -> new Problem.Missing("talk", talkId));
        boolean late = logged.talk().happenedAt().plus(MAY_BE_TAKEN_BACK).isBefore(clock.instant());
        if (late || logged.talk().outcome() == TalkOutcome.WRONG_NUMBER) {
            throw new Problem.Conflict("problem.talk-stands");
        }
        // Texters void no actions as such; this one is of their own making.
        Actor slip = new Actor.System(actor.organization());
        logged.action().ifPresent(action -> actions.voidAction(slip, action, "The member took it back"));
        store.delete(talkId);
    }

    private Kept own(Actor.Member actor, ContactId contactId) {
        actor.must(Permission.TEXT);
        return contacts.hold(actor.organization(), actor.memberId(), contactId)
                .orElseThrow(() -> new Problem.Missing("contact", contactId));
    }
}
