package org.rung.commitments;

import static org.rung.db.Tables.COMMITMENTS;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** What was promised, and what became of it. */
@Repository
class CommitmentStore {
    private final DSLContext dsl;

    CommitmentStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Adds one; with a once key that is there already, gives that one. */
    CommitmentId add(
            Actor actor,
            SupporterId supporterId,
            AskFamily family,
            String title,
            Optional<Instant> due,
            Optional<AskId> askId,
            Optional<String> onceKey,
            Instant now) {
        CommitmentId id = new CommitmentId(Id.next());
        var insert = dsl.insertInto(COMMITMENTS)
                .columns(
                        COMMITMENTS.COMMITMENT_ID,
                        COMMITMENTS.ORGANIZATION_ID,
                        COMMITMENTS.SUPPORTER_ID,
                        COMMITMENTS.ASK_ID,
                        COMMITMENTS.FAMILY,
                        COMMITMENTS.TITLE,
                        COMMITMENTS.STATE,
                        COMMITMENTS.PROMISED_AT,
                        COMMITMENTS.DUE_AT,
                        COMMITMENTS.MEMBER_ID,
                        COMMITMENTS.ONCE_KEY)
                .values(
                        id,
                        actor.organization(),
                        supporterId,
                        askId.orElse(null),
                        family,
                        title,
                        CommitmentState.PROMISED,
                        now,
                        due.orElse(null),
                        actor.member().orElse(null),
                        onceKey.orElse(null));
        dsl.query("{0} on duplicate key update once_key = values(once_key)", insert)
                .execute();
        return onceKey.map(key -> dsl.select(COMMITMENTS.COMMITMENT_ID)
                        .from(COMMITMENTS)
                        .where(COMMITMENTS.ORGANIZATION_ID.eq(actor.organization()), COMMITMENTS.ONCE_KEY.eq(key))
                        .fetchSingle(COMMITMENTS.COMMITMENT_ID))
                .orElse(id);
    }

    Optional<SupporterId> whose(OrganizationId organizationId, CommitmentId commitmentId) {
        return dsl.select(COMMITMENTS.SUPPORTER_ID)
                .from(COMMITMENTS)
                .where(COMMITMENTS.COMMITMENT_ID.eq(commitmentId), COMMITMENTS.ORGANIZATION_ID.eq(organizationId))
                .fetchOptional(COMMITMENTS.SUPPORTER_ID);
    }

    /** False when it was settled already. */
    boolean move(OrganizationId organizationId, CommitmentId commitmentId, CommitmentState state, Instant now) {
        boolean confirmed = state == CommitmentState.CONFIRMED;
        return dsl.update(COMMITMENTS)
                        .set(COMMITMENTS.STATE, state)
                        .set(COMMITMENTS.SETTLED_AT, confirmed ? null : now)
                        .where(
                                COMMITMENTS.COMMITMENT_ID.eq(commitmentId),
                                COMMITMENTS.ORGANIZATION_ID.eq(organizationId),
                                confirmed
                                        ? COMMITMENTS.STATE.eq(CommitmentState.PROMISED)
                                        : COMMITMENTS.STATE.in(CommitmentState.PROMISED, CommitmentState.CONFIRMED))
                        .execute()
                == 1;
    }
}
