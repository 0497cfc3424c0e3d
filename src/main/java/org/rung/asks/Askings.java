package org.rung.asks;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.rung.actions.ActionsRecorded;
import org.rung.commitments.AskFamily;
import org.rung.commitments.AskId;
import org.rung.common.Actor;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.ladder.LadderId;
import org.rung.ladder.LadderKind;
import org.rung.ladder.Ladders;
import org.rung.ladder.Rests;
import org.rung.people.SupporterId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The course of an ask that a text carries: open from when the text is on its way, and settled by what they say or do. In
 * the transaction of whoever sends and records, who has checked that they may.
 */
@Service
public class Askings {
    private final AskingStore store;
    private final AskStore asked;
    private final LibraryStore library;
    private final Ladders ladders;
    private final Rests rests;
    private final Clock clock;

    Askings(AskingStore store, AskStore asked, LibraryStore library, Ladders ladders, Rests rests, Clock clock) {
        this.store = store;
        this.asked = asked;
        this.library = library;
        this.ladders = ladders;
        this.rests = rests;
        this.clock = clock;
    }

    /** This text asks them. Once for each text; nothing happens while another ask is open, since one comes at a time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void carried(Actor actor, SupporterId supporterId, AskPut ask, MessageId text) {
        hold(actor.organization(), supporterId);
        if (!store.anyOpen(actor.organization(), supporterId)) {
            store.add(actor, supporterId, ask, text, now());
            asked.stood(actor.organization(), supporterId);
        }
    }

    /**
     * They are asked away from the desk for something of that kind, which is the library's ask with room of that kind for
     * the lowest rung; nothing happens where there is none, or while another ask is open.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void opened(Actor actor, SupporterId supporterId, AskFamily family) {
        LadderId ladderId = hold(actor.organization(), supporterId);
        if (store.anyOpen(actor.organization(), supporterId)) return;
        library.withRoom(actor.organization(), ladderId).stream()
                .filter(ask -> ask.family() == family)
                .findFirst()
                .ifPresent(ask -> {
                    asked.add(actor, supporterId, ask.askId(), AskOutcome.OPEN, "", now());
                    asked.stood(actor.organization(), supporterId);
                });
    }

    /** The text does not leave after all: nobody was asked. What it would have asked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<AskPut> takenBack(OrganizationId organizationId, MessageId text) {
        Optional<AskPut> ask = store.carriedBy(organizationId, text);
        ask.ifPresent(one -> store.forget(organizationId, text));
        return ask;
    }

    /** An ask that was answered with yes: whoever hears it writes the promise down. */
    public record Yes(Answer answer, AskId askId) {}

    /** They agree to something of this kind; empty when they were asked for nothing like it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Yes> yes(OrganizationId organizationId, SupporterId supporterId, AskFamily family) {
        hold(organizationId, supporterId);
        return store.open(organizationId, supporterId)
                .filter(open -> open.family() == family)
                .map(open -> {
                    store.settle(organizationId, List.of(open.askingId()), AskOutcome.ACCEPTED, now());
                    return new Yes(new Answer(Optional.of(open.askingId()), Optional.empty()), open.askId());
                });
    }

    /** They decline, whatever it was: they rest for 30 days. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Answer no(OrganizationId organizationId, SupporterId supporterId) {
        LadderId ladderId = hold(organizationId, supporterId);
        Instant now = now();
        Optional<Long> open = store.open(organizationId, supporterId).map(AskingStore.Open::askingId);
        open.ifPresent(one -> store.settle(organizationId, List.of(one), AskOutcome.DECLINED, now));
        Instant until = now.plus(Asks.REST);
        rests.until(organizationId, ladderId, List.of(supporterId), until);
        return new Answer(open, Optional.of(until));
    }

    /** The answer was another: the ask waits again, and the rest that it gave ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(OrganizationId organizationId, SupporterId supporterId, Answer answer) {
        LadderId ladderId = hold(organizationId, supporterId);
        answer.asking()
                .filter(one -> !store.anyOpen(organizationId, supporterId))
                .ifPresent(one -> store.reopen(organizationId, one));
        answer.restsUntil().ifPresent(until -> rests.end(organizationId, ladderId, supporterId, until));
    }

    /** Whoever does what they were asked for has answered. */
    @EventListener
    void recorded(ActionsRecorded recorded) {
        for (AskFamily family : AskFamily.values()) {
            List<SupporterId> did = recorded.actions().stream()
                    .map(action -> action.draft())
                    .filter(draft -> family.doneBy(draft.type()))
                    .map(draft -> draft.supporterId())
                    .distinct()
                    .toList();
            if (!did.isEmpty()) {
                store.done(recorded.organizationId(), did, family, now());
            }
        }
    }

    /** Nobody else asks this person or writes down what they said until the transaction ends. */
    private LadderId hold(OrganizationId organizationId, SupporterId supporterId) {
        LadderId ladderId = ladders.of(organizationId, LadderKind.COMMITMENT).ladderId();
        rests.hold(organizationId, ladderId, supporterId);
        return ladderId;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
