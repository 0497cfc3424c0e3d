package org.rung.commitments;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
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
     * @param title at most 160 characters; without one it is called by its family
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
        return promise(actor, supporterId, family, title, due, askId, onceKey, actor.member());
    }

    /** As above, where somebody else than the actor asked for it. */
    @Transactional
    public CommitmentId promise(
            Actor actor,
            SupporterId supporterId,
            AskFamily family,
            String title,
            Optional<Instant> due,
            Optional<AskId> askId,
            Optional<String> onceKey,
            Optional<MemberId> credited) {
        return promise(actor, supporterId, new CommitmentDraft(family, title, due, askId), onceKey, credited);
    }

    /** As above, with where it was promised and what else is known of it. */
    @Transactional
    public CommitmentId promise(
            Actor actor,
            SupporterId supporterId,
            CommitmentDraft draft,
            Optional<String> onceKey,
            Optional<MemberId> credited) {
        mustMay(actor);
        onceKey.ifPresent(Written::onceKey);
        supporters.mustBeOurs(actor.organization(), supporterId);
        return store.add(actor.organization(), credited, supporterId, draft, onceKey, now());
    }

    /**
     * A member or program decides: confirmed while it is open, and kept, broken or released at any time, also after
     * something else was decided, so that a slip of the hand does not hold a rung. The same again changes nothing.
     *
     * @throws Problem.Conflict when it is to be confirmed and was settled before
     */
    @Transactional
    public void settle(Actor actor, CommitmentId commitmentId, CommitmentState state) {
        actor.must(Permission.RECORD_ACTIONS);
        if (state == CommitmentState.PROMISED) {
            throw new Problem.Invalid("state", "problem.promise-state");
        }
        var held = store.hold(actor.organization(), List.of(commitmentId)).stream()
                .findFirst()
                .orElseThrow(() -> new Problem.Missing("commitment", commitmentId));
        if (held.state() == state) {
            return;
        }
        if (state.open() && !held.state().open()) {
            throw new Problem.Conflict("problem.promise-settled");
        }
        store.settle(actor.organization(), List.of(commitmentId), state, SettledBy.HAND, now());
        announce.publishEvent(new CommitmentsSettled(actor.organization(), List.of(held.to(state))));
    }

    /** They took their words back: what is still open of these is released. What was kept or broken stays so. */
    @Transactional
    public void release(Actor actor, Collection<CommitmentId> commitments) {
        mustMay(actor);
        var open = commitments.isEmpty()
                ? List.<CommitmentStore.Held>of()
                : store.hold(actor.organization(), commitments).stream()
                        .filter(one -> one.state().open())
                        .toList();
        if (!open.isEmpty()) {
            store.settle(
                    actor.organization(),
                    open.stream().map(CommitmentStore.Held::commitmentId).toList(),
                    CommitmentState.RELEASED,
                    SettledBy.ANSWER,
                    now());
            announce.publishEvent(new CommitmentsSettled(
                    actor.organization(),
                    open.stream().map(one -> one.to(CommitmentState.RELEASED)).toList()));
        }
    }

    /** What was promised is due at another time now; what is settled stays as it was. */
    @Transactional
    public void due(Actor actor, Collection<CommitmentId> commitments, Instant due) {
        mustMay(actor);
        if (commitments.isEmpty()) return;
        store.due(actor.organization(), commitments, due);
        announce.publishEvent(new CommitmentsMoved(actor.organization(), List.copyOf(commitments)));
    }

    /** What someone promised, the latest first. */
    @Transactional(readOnly = true)
    public List<Commitment> of(Actor actor, SupporterId supporterId, int limit) {
        actor.must(Permission.SEE_PEOPLE);
        return store.of(actor.organization(), supporterId, limit);
    }

    /** What was promised and what was settled before that instant, each the latest first and at most so many. */
    @Transactional(readOnly = true)
    public Moments before(Actor actor, SupporterId supporterId, Instant before, int limit) {
        actor.must(Permission.SEE_PEOPLE);
        return new Moments(
                store.promisedBefore(actor.organization(), supporterId, before, limit),
                store.settledBefore(actor.organization(), supporterId, before, limit));
    }

    public record Moments(List<Commitment> promised, List<Commitment> settled) {}

    @Transactional(readOnly = true)
    public Commitment get(Actor actor, CommitmentId commitmentId) {
        actor.must(Permission.SEE_PEOPLE);
        return store.find(actor.organization(), commitmentId)
                .orElseThrow(() -> new Problem.Missing("commitment", commitmentId));
    }

    /** Whether it is a promise of that supporter's. */
    @Transactional(readOnly = true)
    public boolean isOf(OrganizationId organizationId, SupporterId supporterId, CommitmentId commitmentId) {
        return store.isOf(organizationId, supporterId, commitmentId);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void mustMay(Actor actor) {
        if (!actor.may(Permission.TEXT)) {
            actor.must(Permission.RECORD_ACTIONS);
        }
    }
}
