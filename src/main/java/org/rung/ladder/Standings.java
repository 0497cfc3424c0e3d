package org.rung.ladder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.common.Written;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people stand: a pure fold over their actions, the moves by hand and the clock. */
@Service
public class Standings {
    private static final Duration LONGEST_HOLD = Duration.ofDays(5 * 366);

    private final StandingStore store;
    private final MoveStore moves;
    private final LockStore locks;
    private final LadderStore ladders;
    private final Supporters supporters;
    private final Folding folding;
    private final Clock clock;

    Standings(
            StandingStore store,
            MoveStore moves,
            LockStore locks,
            LadderStore ladders,
            Supporters supporters,
            Folding folding,
            Clock clock) {
        this.store = store;
        this.moves = moves;
        this.locks = locks;
        this.ladders = ladders;
        this.supporters = supporters;
        this.folding = folding;
        this.clock = clock;
    }

    /** One per ladder, commitment first. */
    @Transactional(readOnly = true)
    public List<Standing> of(Actor actor, SupporterId supporterId) {
        actor.must(Permission.SEE_LADDER);
        supporters.mustBeOurs(actor.organization(), supporterId);
        List<StandingStore.Row> rows = store.rows(actor.organization(), List.of(supporterId));
        return ladders.of(actor.organization()).stream()
                .map(ladder -> standing(ladder, find(rows, ladder)))
                .toList();
    }

    /** Their standing on the commitment ladder; everyone asked for is in the answer. Fixed number of queries. */
    @Transactional(readOnly = true)
    public Map<SupporterId, Standing> commitment(OrganizationId organizationId, Collection<SupporterId> supporters) {
        if (supporters.isEmpty()) {
            return Map.of();
        }
        Ladder ladder = ladders.of(organizationId).getFirst();
        Map<SupporterId, StandingStore.Row> rows = new HashMap<>();
        store.rows(organizationId, supporters).stream()
                .filter(row -> row.ladderId().equals(ladder.ladderId()))
                .forEach(row -> rows.put(row.supporterId(), row));
        Map<SupporterId, Standing> standings = new HashMap<>();
        supporters.forEach(who -> standings.put(who, standing(ladder, Optional.ofNullable(rows.get(who)))));
        return standings;
    }

    private static Optional<StandingStore.Row> find(List<StandingStore.Row> rows, Ladder ladder) {
        return rows.stream()
                .filter(row -> row.ladderId().equals(ladder.ladderId()))
                .findFirst();
    }

    /** Someone without a row is known and has done nothing yet. */
    private Standing standing(Ladder ladder, Optional<StandingStore.Row> stored) {
        if (stored.isEmpty()) {
            return new Standing(
                    ladder.ladderId(),
                    ladder.kind(),
                    1,
                    ladder.rung(1).name(),
                    ladder.top(),
                    1,
                    Optional.empty(),
                    Reason.NOTHING,
                    false,
                    Optional.empty(),
                    Optional.empty());
        }
        StandingStore.Row row = stored.get();
        boolean slipping =
                row.slippingAt().map(at -> !at.isAfter(clock.instant())).orElse(false);
        return new Standing(
                ladder.ladderId(),
                ladder.kind(),
                row.position(),
                ladder.rung(row.position()).name(),
                ladder.top(),
                row.highest(),
                Optional.of(row.since()),
                row.cause(),
                slipping,
                row.lockReason(),
                row.lockedUntil());
    }

    /**
     * A member's decision, which stands until new evidence or time moves them on; also how someone reaches a rung
     * without a rule, such as the top one after a one-to-one.
     *
     * @param reason 1 to 320 characters
     * @throws Problem.Conflict when they are locked, or stand there already
     */
    @Transactional
    public void moveByHand(Actor actor, LadderId ladderId, SupporterId supporterId, int position, String reason) {
        actor.must(Permission.MOVE_BY_HAND);
        String why = Written.reason(reason);
        Ladder ladder = ladder(actor, ladderId);
        if (position < 1 || position > ladder.top()) {
            throw new Problem.Invalid("position", "problem.from-to", 1, ladder.top());
        }
        if (position > 1 && ladder.rung(position).byHand() && actor.member().isEmpty()) {
            throw new Problem.Refused(
                    "problem.confirmed-by-member",
                    StartingWords.said(ladder.rung(position).name()));
        }
        StandingStore.Row row = hold(actor, ladder, supporterId);
        if (ladder(actor, ladderId).version() != ladder.version()) {
            throw new Problem.Conflict("problem.ladder-moved-on");
        }
        if (row.lockReason().isPresent()) {
            throw new Problem.Conflict("problem.held-first");
        }
        if (row.position() == position) {
            throw new Problem.Conflict(
                    "problem.stands-already",
                    StartingWords.said(ladder.rung(position).name()));
        }
        moves.addByHand(actor, ladder, supporterId, row.position(), position, why, now());
        folding.fold(actor.organization(), List.of(supporterId), Set.of(ladderId));
    }

    /** Holds them where they are (illness, leave): no rule and no clock moves them. @throws Problem.Conflict when held already */
    @Transactional
    public void lock(Actor actor, LadderId ladderId, SupporterId supporterId, String reason) {
        lock(actor, ladderId, supporterId, reason, Optional.empty());
    }

    /** As above, until then at most. @throws Problem.Invalid for an end that is past, or more than five years away */
    @Transactional
    public void lock(Actor actor, LadderId ladderId, SupporterId supporterId, String reason, Optional<Instant> until) {
        actor.must(Permission.MOVE_BY_HAND);
        String why = Written.reason(reason);
        if (until.filter(end -> !end.isAfter(now()) || end.isAfter(now().plus(LONGEST_HOLD)))
                .isPresent()) {
            throw new Problem.Invalid("until", "problem.hold-end");
        }
        hold(actor, ladder(actor, ladderId), supporterId);
        if (!locks.lock(actor, ladderId, supporterId, why, until.map(Standings::stored), now())) {
            throw new Problem.Conflict("problem.held-already");
        }
        folding.fold(actor.organization(), List.of(supporterId), Set.of(ladderId));
    }

    /** Rules and clock count again; the wait of a fading rung starts anew. Nothing happens when they were not held. */
    @Transactional
    public void unlock(Actor actor, LadderId ladderId, SupporterId supporterId) {
        actor.must(Permission.MOVE_BY_HAND);
        hold(actor, ladder(actor, ladderId), supporterId);
        locks.unlock(actor.organization(), ladderId, supporterId, now());
        folding.fold(actor.organization(), List.of(supporterId), Set.of(ladderId));
    }

    /** Their moves on both ladders, the latest before that instant first, voided ones too. */
    @Transactional(readOnly = true)
    public List<MoveRow> moves(Actor actor, SupporterId supporterId, Instant before, int limit) {
        actor.must(Permission.SEE_PEOPLE);
        return moves.before(actor.organization(), supporterId, before, limit);
    }

    /** Brings their clocks up to now first: a fall that is due comes before a decision of today. */
    private StandingStore.Row hold(Actor actor, Ladder ladder, SupporterId supporterId) {
        supporters.mustBeOurs(actor.organization(), supporterId);
        folding.fold(actor.organization(), List.of(supporterId), Set.of(ladder.ladderId()));
        locks.ended(actor.organization(), List.of(supporterId), now());
        return find(store.rows(actor.organization(), List.of(supporterId)), ladder)
                .orElseThrow();
    }

    private Ladder ladder(Actor actor, LadderId ladderId) {
        return ladders.of(actor.organization()).stream()
                .filter(one -> one.ladderId().equals(ladderId))
                .findFirst()
                .orElseThrow(() -> new Problem.Missing("ladder", ladderId));
    }

    private Instant now() {
        return stored(clock.instant());
    }

    private static Instant stored(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
