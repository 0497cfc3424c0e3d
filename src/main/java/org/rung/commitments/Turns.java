package org.rung.commitments;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.rung.actions.ActionType;
import org.rung.actions.Actions;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.people.SupporterId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody says to whoever texts them about a promise of theirs. A promise that they say they kept is kept by a deed
 * that rests on their own word, where their words alone tell it (how much they gave, they do not). For rooms above,
 * which know who may say so.
 */
@Service
public class Turns {
    private final CommitmentStore store;
    private final Actions actions;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Turns(CommitmentStore store, Actions actions, ApplicationEventPublisher announce, Clock clock) {
        this.store = store;
        this.actions = actions;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * The same key again turns nothing.
     *
     * @param credited who heard it
     * @throws Problem.Missing when it is no promise of theirs
     * @throws Problem.Conflict when it is not any more as whoever says so saw it, or when a deed that others vouch for kept it
     */
    @Transactional
    public void turn(
            Actor actor, SupporterId supporterId, CommitmentId commitmentId, Turn turn, Optional<MemberId> credited) {
        if (!actor.may(Permission.TEXT)) actor.must(Permission.RECORD_ACTIONS);
        // All of theirs in one order: a deed looks at all of them too.
        CommitmentStore.Turning held = store.holdAllOf(actor.organization(), supporterId).stream()
                .filter(one -> one.commitmentId().equals(commitmentId))
                .findFirst()
                .orElseThrow(() -> new Problem.Missing("commitment", commitmentId));
        if (held.turnKey().filter(turn.key()::equals).isPresent()) return;
        if (held.state() != turn.from()) throw new Problem.Conflict("problem.promise-turned");
        Actor script = new Actor.System(actor.organization());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<ActionType> deed = held.family().toldBy();
        if (turn.to() == CommitmentState.KEPT && deed.isPresent()) {
            Instant at = held.dueAt().filter(due -> due.isBefore(now)).orElse(now);
            actions.record(script, SaidKept.draft(supporterId, deed.get(), commitmentId, at, credited, held.title()));
        } else if (turn.from() == CommitmentState.KEPT) {
            takeBack(script, held, turn.to(), now);
        } else {
            settle(actor, held, turn.to(), now);
        }
        store.turned(actor.organization(), commitmentId, turn.reason(), turn.key(), now);
    }

    private void takeBack(Actor script, CommitmentStore.Turning held, CommitmentState to, Instant now) {
        if (held.settledBy().filter(SettledBy.ACTION::equals).isPresent()) {
            throw new Problem.Conflict("problem.promise-by-deed");
        }
        // Whoever voids a deed looks at the promise that it kept: it is open then, unless another deed keeps it.
        held.keptBy().ifPresent(deed -> actions.voidAction(script, deed, "actions.void.promise"));
        if (held.keptBy().isEmpty() || to == CommitmentState.CONFIRMED) settle(script, held, to, now);
    }

    private void settle(Actor actor, CommitmentStore.Turning held, CommitmentState to, Instant now) {
        store.settle(actor.organization(), List.of(held.commitmentId()), to, SettledBy.HAND, now);
        announce.publishEvent(new CommitmentsSettled(
                actor.organization(), List.of(held.asHeld().to(to))));
    }
}
