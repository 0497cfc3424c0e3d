package org.rung.commitments;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.common.Written;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What supporters promised. That it was settled is announced in the same transaction: a kept promise is evidence. */
@Service
public class Commitments {
    private final CommitmentStore store;
    private final Supporters supporters;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Commitments(CommitmentStore store, Supporters supporters, ApplicationEventPublisher announce, Clock clock) {
        this.store = store;
        this.supporters = supporters;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * Whoever texts may write down a promise. The same once key again gives the promise of then.
     *
     * @throws Problem.Missing when the supporter is not of this organization
     */
    @Transactional
    public CommitmentId promise(
            Actor actor,
            SupporterId supporterId,
            AskFamily family,
            String title,
            Optional<Instant> due,
            Optional<AskId> askId,
            Optional<String> onceKey) {
        mustMay(actor);
        if (title.isBlank() || title.length() > 160) {
            throw new Problem.Invalid("title", "problem.promise-title");
        }
        onceKey.ifPresent(Written::onceKey);
        supporters.mustBeOurs(actor.organization(), supporterId);
        return store.add(
                actor,
                supporterId,
                family,
                title.strip(),
                due,
                askId,
                onceKey,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * PROMISED may become CONFIRMED; both may become KEPT, BROKEN or RELEASED, which is final.
     *
     * @throws Problem.Conflict when it was settled before
     */
    @Transactional
    public void settle(Actor actor, CommitmentId commitmentId, CommitmentState state) {
        mustMay(actor);
        if (state == CommitmentState.PROMISED) {
            throw new Problem.Invalid("state", "problem.promise-state");
        }
        SupporterId supporterId = store.whose(actor.organization(), commitmentId)
                .orElseThrow(() -> new Problem.Missing("commitment", commitmentId));
        if (!store.move(
                actor.organization(), commitmentId, state, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            throw new Problem.Conflict("problem.promise-settled");
        }
        announce.publishEvent(new CommitmentSettled(actor.organization(), supporterId, commitmentId, state));
    }

    private static void mustMay(Actor actor) {
        if (!actor.may(Permission.TEXT)) {
            actor.must(Permission.RECORD_ACTIONS);
        }
    }
}
