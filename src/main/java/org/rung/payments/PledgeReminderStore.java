package org.rung.payments;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.rung.db.Tables.COMMITMENTS;
import static org.rung.db.Tables.PAYMENT_ACCOUNTS;
import static org.rung.db.Tables.PLEDGE_REMINDERS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.rung.commitments.AskFamily;
import org.rung.commitments.CommitmentId;
import org.rung.commitments.CommitmentState;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Which pledges are to be reminded of, and which were. */
@Repository
class PledgeReminderStore {
    private static final List<CommitmentState> OPEN = List.of(CommitmentState.PROMISED, CommitmentState.CONFIRMED);

    private final DSLContext db;

    PledgeReminderStore(DSLContext db) {
        this.db = db;
    }

    record Due(
            OrganizationId organizationId,
            CommitmentId commitmentId,
            SupporterId supporterId,
            long minor,
            String currency,
            Instant dueAt) {}

    /** Due in that time, promised before that one, of organizations where one can give online; open and not reminded. */
    List<Due> due(PledgeReminders.Kind kind, Instant from, Instant until, Instant promisedBefore, int most) {
        return db.select(
                        COMMITMENTS.ORGANIZATION_ID,
                        COMMITMENTS.COMMITMENT_ID,
                        COMMITMENTS.SUPPORTER_ID,
                        COMMITMENTS.AMOUNT_MINOR,
                        COMMITMENTS.CURRENCY,
                        COMMITMENTS.DUE_AT)
                .from(PAYMENT_ACCOUNTS)
                .join(COMMITMENTS)
                .on(COMMITMENTS.ORGANIZATION_ID.eq(PAYMENT_ACCOUNTS.ORGANIZATION_ID))
                .where(
                        PAYMENT_ACCOUNTS.OPENED.eq(true),
                        PAYMENT_ACCOUNTS.SIGNING_SEALED.isNotNull(),
                        COMMITMENTS.FAMILY.eq(AskFamily.GIVE),
                        COMMITMENTS.STATE.in(OPEN),
                        COMMITMENTS.DUE_AT.between(from, until),
                        COMMITMENTS.AMOUNT_MINOR.isNotNull(),
                        COMMITMENTS.PROMISED_AT.le(promisedBefore))
                .and(notExists(selectOne()
                        .from(PLEDGE_REMINDERS)
                        .where(
                                PLEDGE_REMINDERS.COMMITMENT_ID.eq(COMMITMENTS.COMMITMENT_ID),
                                PLEDGE_REMINDERS.KIND.eq(kind.name()))))
                .orderBy(COMMITMENTS.COMMITMENT_ID)
                .limit(most)
                .fetch(row ->
                        new Due(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    /**
     * Those of them that are still open and not reminded of, held until the transaction ends, so that a gift that keeps
     * them comes wholly before or after; what another node holds is left to it.
     */
    Set<CommitmentId> hold(OrganizationId here, PledgeReminders.Kind kind, Collection<CommitmentId> due) {
        Set<CommitmentId> held = db.select(COMMITMENTS.COMMITMENT_ID)
                .from(COMMITMENTS)
                .where(
                        COMMITMENTS.COMMITMENT_ID.in(due),
                        COMMITMENTS.ORGANIZATION_ID.eq(here),
                        COMMITMENTS.STATE.in(OPEN))
                .orderBy(COMMITMENTS.COMMITMENT_ID)
                .forUpdate()
                .skipLocked()
                .fetchSet(COMMITMENTS.COMMITMENT_ID);
        // Read after the lock: what the node before wrote that held it is seen now.
        db.select(PLEDGE_REMINDERS.COMMITMENT_ID)
                .from(PLEDGE_REMINDERS)
                .where(
                        PLEDGE_REMINDERS.COMMITMENT_ID.in(due),
                        PLEDGE_REMINDERS.ORGANIZATION_ID.eq(here),
                        PLEDGE_REMINDERS.KIND.eq(kind.name()))
                .fetch(PLEDGE_REMINDERS.COMMITMENT_ID)
                .forEach(held::remove);
        return held;
    }

    /** @param leaving the texts of those that get one */
    void write(
            OrganizationId here,
            PledgeReminders.Kind kind,
            Collection<CommitmentId> written,
            Map<CommitmentId, MessageId> leaving,
            Instant now) {
        var insert = db.insertInto(
                PLEDGE_REMINDERS,
                PLEDGE_REMINDERS.COMMITMENT_ID,
                PLEDGE_REMINDERS.KIND,
                PLEDGE_REMINDERS.ORGANIZATION_ID,
                PLEDGE_REMINDERS.MESSAGE_ID,
                PLEDGE_REMINDERS.WRITTEN_AT);
        for (CommitmentId one : written) insert = insert.values(one, kind.name(), here, leaving.get(one), now);
        insert.execute();
    }

    List<MessageId> texts(OrganizationId here, Collection<CommitmentId> pledges) {
        if (pledges.isEmpty()) return List.of();
        return db.select(PLEDGE_REMINDERS.MESSAGE_ID)
                .from(PLEDGE_REMINDERS)
                .where(
                        PLEDGE_REMINDERS.ORGANIZATION_ID.eq(here),
                        PLEDGE_REMINDERS.COMMITMENT_ID.in(pledges),
                        PLEDGE_REMINDERS.MESSAGE_ID.isNotNull())
                .fetch(PLEDGE_REMINDERS.MESSAGE_ID);
    }
}
