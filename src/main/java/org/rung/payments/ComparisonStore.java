package org.rung.payments;

import static org.rung.db.Tables.PAYMENT_COMPARISONS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** Who compares the books of an organization now, and how the latest comparison ended. */
@Repository
class ComparisonStore {
    private final DSLContext db;

    ComparisonStore(DSLContext db) {
        this.db = db;
    }

    /**
     * @param attempt whose run it is
     * @param tries how often it was begun since it was asked for
     * @param mended what runs before this one had written when they were killed
     */
    record Claim(OrganizationId organizationId, long attempt, int tries, int mended) {}

    Optional<Comparison> of(OrganizationId here) {
        return db.selectFrom(PAYMENT_COMPARISONS)
                .where(PAYMENT_COMPARISONS.ORGANIZATION_ID.eq(here))
                .fetchOptional(row -> new Comparison(
                        row.getState(),
                        row.getAskedAt(),
                        row.getSeen(),
                        row.getMended(),
                        row.getDiffering(),
                        Optional.ofNullable(row.getTrouble()),
                        Optional.ofNullable(row.getEndedAt())));
    }

    /** False while one is under way. Two who ask at once cross each other: the caller's transaction is tried anew. */
    boolean ask(OrganizationId here, Instant now) {
        boolean anew = db.update(PAYMENT_COMPARISONS)
                        .set(PAYMENT_COMPARISONS.STATE, ComparisonState.WAITING)
                        .set(PAYMENT_COMPARISONS.ASKED_AT, now)
                        .set(PAYMENT_COMPARISONS.TRIES, 0)
                        .set(PAYMENT_COMPARISONS.SEEN, 0)
                        .set(PAYMENT_COMPARISONS.MENDED, 0)
                        .set(PAYMENT_COMPARISONS.DIFFERING, 0)
                        .setNull(PAYMENT_COMPARISONS.TROUBLE)
                        .setNull(PAYMENT_COMPARISONS.ENDED_AT)
                        .where(
                                PAYMENT_COMPARISONS.ORGANIZATION_ID.eq(here),
                                PAYMENT_COMPARISONS.STATE.in(ComparisonState.DONE, ComparisonState.FAILED))
                        .execute()
                == 1;
        return anew
                || db.insertInto(PAYMENT_COMPARISONS)
                                .set(PAYMENT_COMPARISONS.ORGANIZATION_ID, here)
                                .set(PAYMENT_COMPARISONS.STATE, ComparisonState.WAITING)
                                .set(PAYMENT_COMPARISONS.ASKED_AT, now)
                                .onDuplicateKeyIgnore()
                                .execute()
                        == 1;
    }

    /** Asked for, or left by a run that is taken for dead; those first that were asked for first. */
    List<OrganizationId> due(Instant now) {
        return db.select(PAYMENT_COMPARISONS.ORGANIZATION_ID)
                .from(PAYMENT_COMPARISONS)
                .where(open(now))
                .orderBy(PAYMENT_COMPARISONS.ASKED_AT)
                .fetch(PAYMENT_COMPARISONS.ORGANIZATION_ID);
    }

    private static Condition open(Instant now) {
        return PAYMENT_COMPARISONS
                .STATE
                .eq(ComparisonState.WAITING)
                .or(PAYMENT_COMPARISONS
                        .STATE
                        .eq(ComparisonState.RUNNING)
                        .and(PAYMENT_COMPARISONS.LEASED_UNTIL_AT.lt(now)));
    }

    /** Within a transaction; empty where another has it, or there is nothing to do. */
    Optional<Claim> claim(OrganizationId here, Instant now, Instant until) {
        Optional<Claim> claim = db.select(
                        PAYMENT_COMPARISONS.ATTEMPT, PAYMENT_COMPARISONS.TRIES, PAYMENT_COMPARISONS.MENDED)
                .from(PAYMENT_COMPARISONS)
                .where(PAYMENT_COMPARISONS.ORGANIZATION_ID.eq(here), open(now))
                .forUpdate()
                .fetchOptional(row -> new Claim(here, row.value1() + 1, row.value2() + 1, row.value3()));
        claim.ifPresent(mine -> db.update(PAYMENT_COMPARISONS)
                .set(PAYMENT_COMPARISONS.STATE, ComparisonState.RUNNING)
                .set(PAYMENT_COMPARISONS.ATTEMPT, mine.attempt())
                .set(PAYMENT_COMPARISONS.TRIES, mine.tries())
                .set(PAYMENT_COMPARISONS.LEASED_UNTIL_AT, until)
                // It begins anew: what was written before is no longer missing, and what differs is found again.
                .set(PAYMENT_COMPARISONS.SEEN, 0)
                .set(PAYMENT_COMPARISONS.DIFFERING, 0)
                .where(PAYMENT_COMPARISONS.ORGANIZATION_ID.eq(here))
                .execute());
        return claim;
    }

    /** False where another has taken it up meanwhile. */
    boolean went(Claim claim, Reconciliation.Compared soFar, Instant until) {
        return db.update(PAYMENT_COMPARISONS)
                        .set(PAYMENT_COMPARISONS.SEEN, soFar.seen())
                        .set(PAYMENT_COMPARISONS.MENDED, soFar.mended())
                        .set(PAYMENT_COMPARISONS.DIFFERING, soFar.differing())
                        .set(PAYMENT_COMPARISONS.LEASED_UNTIL_AT, until)
                        .where(mine(claim))
                        .execute()
                == 1;
    }

    /** Whoever is free goes on with it at once; it was nobody's fault, and does not count as a try. */
    void giveBack(Claim claim) {
        db.update(PAYMENT_COMPARISONS)
                .set(PAYMENT_COMPARISONS.STATE, ComparisonState.WAITING)
                .set(PAYMENT_COMPARISONS.TRIES, claim.tries() - 1)
                .where(mine(claim))
                .execute();
    }

    void end(Claim claim, ComparisonState state, Optional<Trouble> trouble, Instant now) {
        db.update(PAYMENT_COMPARISONS)
                .set(PAYMENT_COMPARISONS.STATE, state)
                .set(PAYMENT_COMPARISONS.TROUBLE, trouble.orElse(null))
                .set(PAYMENT_COMPARISONS.ENDED_AT, now)
                .where(mine(claim))
                .execute();
    }

    private static Condition mine(Claim claim) {
        return PAYMENT_COMPARISONS
                .ORGANIZATION_ID
                .eq(claim.organizationId())
                .and(PAYMENT_COMPARISONS.ATTEMPT.eq(claim.attempt()))
                .and(PAYMENT_COMPARISONS.STATE.eq(ComparisonState.RUNNING));
    }
}
