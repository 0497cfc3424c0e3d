package org.rung.commitments;

import static org.rung.db.Tables.ACTIONS;
import static org.rung.db.Tables.COMMITMENTS;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.rung.actions.ActionId;
import org.rung.actions.Money;
import org.rung.common.OrganizationId;
import org.rung.database.Batch;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Promises that nobody has decided about, what their makers did, and what time does to them. */
@Repository
class KeepingStore {
    private static final List<CommitmentState> OPEN = List.of(CommitmentState.PROMISED, CommitmentState.CONFIRMED);

    private final DSLContext dsl;

    KeepingStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** A promise with what the last look made of it. */
    record Looked(
            OrganizationId organizationId,
            SupporterId supporterId,
            Keeping.Promise promise,
            CommitmentState state,
            Optional<ActionId> keptBy) {}

    /** Open ones and those that a deed or the time has settled; nobody else looks at these until the transaction ends. */
    List<Looked> undecided(OrganizationId organizationId, Collection<SupporterId> supporters) {
        return dsl.select(
                        COMMITMENTS.ORGANIZATION_ID,
                        COMMITMENTS.SUPPORTER_ID,
                        COMMITMENTS.COMMITMENT_ID,
                        COMMITMENTS.FAMILY,
                        COMMITMENTS.PROMISED_AT,
                        COMMITMENTS.DUE_AT,
                        COMMITMENTS.STATE,
                        COMMITMENTS.ACTION_ID,
                        COMMITMENTS.AMOUNT_MINOR,
                        COMMITMENTS.CURRENCY)
                .from(COMMITMENTS)
                .where(
                        COMMITMENTS.SUPPORTER_ID.in(supporters),
                        COMMITMENTS.ORGANIZATION_ID.eq(organizationId),
                        COMMITMENTS
                                .STATE
                                .in(OPEN)
                                .or(COMMITMENTS.SETTLED_BY.in(SettledBy.ACTION, SettledBy.WORD, SettledBy.TIME)))
                .orderBy(COMMITMENTS.COMMITMENT_ID)
                .forUpdate()
                .fetch(KeepingStore::looked);
    }

    /** Those whose time is up, in every organization; what another node has begun with is left to it. */
    List<Looked> overdue(Instant now, int limit) {
        return dsl.select(
                        COMMITMENTS.ORGANIZATION_ID,
                        COMMITMENTS.SUPPORTER_ID,
                        COMMITMENTS.COMMITMENT_ID,
                        COMMITMENTS.FAMILY,
                        COMMITMENTS.PROMISED_AT,
                        COMMITMENTS.DUE_AT,
                        COMMITMENTS.STATE,
                        COMMITMENTS.ACTION_ID,
                        COMMITMENTS.AMOUNT_MINOR,
                        COMMITMENTS.CURRENCY)
                .from(COMMITMENTS)
                .where(
                        COMMITMENTS.STATE.in(OPEN),
                        COMMITMENTS
                                .DUE_AT
                                .le(now.minus(Overdue.AFTER_DUE))
                                .or(COMMITMENTS
                                        .DUE_AT
                                        .isNull()
                                        .and(COMMITMENTS.PROMISED_AT.le(now.minus(Overdue.WITHOUT_DUE)))))
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(KeepingStore::looked);
    }

    private static Looked looked(Record row) {
        return new Looked(
                row.get(COMMITMENTS.ORGANIZATION_ID),
                row.get(COMMITMENTS.SUPPORTER_ID),
                new Keeping.Promise(
                        row.get(COMMITMENTS.COMMITMENT_ID),
                        row.get(COMMITMENTS.FAMILY),
                        row.get(COMMITMENTS.PROMISED_AT),
                        Optional.ofNullable(row.get(COMMITMENTS.DUE_AT)),
                        money(row.get(COMMITMENTS.AMOUNT_MINOR), row.get(COMMITMENTS.CURRENCY))),
                row.get(COMMITMENTS.STATE),
                Optional.ofNullable(row.get(COMMITMENTS.ACTION_ID)));
    }

    /** What they did since then that may keep a promise. */
    Map<SupporterId, List<Keeping.Deed>> deeds(
            OrganizationId organizationId, Collection<SupporterId> supporters, Instant since) {
        Map<SupporterId, List<Keeping.Deed>> deeds = new HashMap<>();
        dsl.select(
                        ACTIONS.SUPPORTER_ID,
                        ACTIONS.ACTION_ID,
                        ACTIONS.TYPE,
                        ACTIONS.HAPPENED_AT,
                        ACTIONS.ONCE_KEY,
                        ACTIONS.AMOUNT_MINOR,
                        ACTIONS.CURRENCY)
                .from(ACTIONS)
                .where(
                        ACTIONS.SUPPORTER_ID.in(supporters),
                        ACTIONS.ORGANIZATION_ID.eq(organizationId),
                        ACTIONS.TYPE.in(Keeping.DEEDS),
                        ACTIONS.HAPPENED_AT.ge(since).or(ACTIONS.ONCE_KEY.startsWith(SaidKept.PREFIX)),
                        ACTIONS.VOIDED_AT.isNull())
                .fetchGroups(ACTIONS.SUPPORTER_ID)
                .forEach((who, rows) -> deeds.put(
                        who,
                        rows.map(row -> new Keeping.Deed(
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                SaidKept.named(row.value5()),
                                money(row.value6(), row.value7())))));
        return deeds;
    }

    private static Optional<Money> money(@Nullable Long minor, @Nullable String currency) {
        return minor == null || currency == null ? Optional.empty() : Optional.of(new Money(minor, currency));
    }

    /** Each by a deed of its own: when it was done is when it was kept. */
    void keep(OrganizationId organizationId, Map<CommitmentId, Keeping.Deed> kept) {
        Batch.run(
                dsl,
                "update commitments set state = 'KEPT', settled_by = ?, settled_at = ?, action_id = ?"
                        + " where commitment_id = ? and organization_id = ?",
                kept.entrySet(),
                (statement, one) -> {
                    SettledBy by = one.getValue().named().isPresent() ? SettledBy.WORD : SettledBy.ACTION;
                    statement.setString(1, by.name());
                    statement.setObject(2, Batch.utc(one.getValue().at()));
                    statement.setLong(3, one.getValue().actionId().value());
                    statement.setLong(4, one.getKey().value());
                    statement.setLong(5, organizationId.value());
                });
    }
}
