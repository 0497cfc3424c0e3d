package org.rung.reminders;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.rung.db.Tables.COMMITMENTS;
import static org.rung.db.Tables.PAYMENT_ACCOUNTS;
import static org.rung.db.Tables.PROMISE_CHOICES;
import static org.rung.db.Tables.PROMISE_TEXTS;
import static org.rung.db.Tables.PROMISE_TEXTS_OFF;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.rung.commitments.AskFamily;
import org.rung.commitments.CommitmentId;
import org.rung.commitments.CommitmentState;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** Which texts about promises are due, and which were written. */
@Repository
class ReminderStore {
    private static final List<CommitmentState> OPEN = List.of(CommitmentState.PROMISED, CommitmentState.CONFIRMED);
    /** A promise can be taken back where it was noted for as long: until then nobody is told. */
    private static final Duration GRACE = Duration.ofMinutes(10);
    /** Events tell their guests themselves; other programs have shorter or longer names for theirs. */
    private static final String OUR_EVENT = "event:" + "_".repeat(13);

    private final DSLContext db;

    ReminderStore(DSLContext db) {
        this.db = db;
    }

    /** Of one kind, in every organization, by one statement; the longest promised first. */
    Map<OrganizationId, List<CommitmentId>> due(ReminderKind kind, Instant now, int most) {
        return db.select(COMMITMENTS.ORGANIZATION_ID, COMMITMENTS.COMMITMENT_ID)
                .from(COMMITMENTS)
                .where(when(kind, now), wanted(), notByOthers(kind), unwritten(kind))
                .orderBy(COMMITMENTS.COMMITMENT_ID)
                .limit(most)
                .fetchGroups(COMMITMENTS.ORGANIZATION_ID, COMMITMENTS.COMMITMENT_ID);
    }

    /** Those of them that are still due, held until the transaction ends; what another node holds is left to it. */
    List<Promised> hold(OrganizationId here, ReminderKind kind, Collection<CommitmentId> due, Instant now) {
        List<Promised> held = db.select(
                        COMMITMENTS.COMMITMENT_ID,
                        COMMITMENTS.SUPPORTER_ID,
                        COMMITMENTS.FAMILY,
                        COMMITMENTS.TITLE,
                        COMMITMENTS.DUE_AT,
                        COMMITMENTS.ASK_ID)
                .from(COMMITMENTS)
                .where(COMMITMENTS.COMMITMENT_ID.in(due), COMMITMENTS.ORGANIZATION_ID.eq(here))
                .and(when(kind, now))
                .orderBy(COMMITMENTS.COMMITMENT_ID)
                .forUpdate()
                .skipLocked()
                .fetch(row -> new Promised(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        Optional.ofNullable(row.value5()),
                        Optional.ofNullable(row.value6())));
        // Read after the lock: what the node before wrote that held it is seen now.
        Set<Key> written = new HashSet<>(db.select(PROMISE_TEXTS.COMMITMENT_ID, PROMISE_TEXTS.FOR_AT)
                .from(PROMISE_TEXTS)
                .where(PROMISE_TEXTS.COMMITMENT_ID.in(due), PROMISE_TEXTS.KIND.eq(kind))
                .fetch(row -> new Key(row.value1(), row.value2())));
        return held.stream()
                .filter(one -> !written.contains(new Key(one.commitmentId(), one.forAt(kind))))
                .toList();
    }

    private record Key(CommitmentId commitmentId, Instant forAt) {}

    private static Condition when(ReminderKind kind, Instant now) {
        Instant yesterday = now.minus(Duration.ofDays(1));
        Condition open = COMMITMENTS.STATE.in(OPEN);
        return switch (kind) {
            case CONFIRM ->
                open.and(COMMITMENTS.PROMISED_AT.between(yesterday, now.minus(GRACE)))
                        .and(COMMITMENTS.DUE_AT.isNull().or(COMMITMENTS.DUE_AT.gt(now)));
            case DAY_BEFORE ->
                open.and(COMMITMENTS.DUE_AT.between(now.plus(Duration.ofHours(4)), now.plus(Duration.ofHours(26))))
                        .and(COMMITMENTS.PROMISED_AT.le(now.minus(Duration.ofHours(12))));
            case ON_THE_DAY ->
                open.and(COMMITMENTS.DUE_AT.between(now, now.plus(Duration.ofHours(3))))
                        .and(COMMITMENTS.PROMISED_AT.le(now.minus(Duration.ofHours(3))));
            case THANKS -> settled(CommitmentState.KEPT, now);
            case MISSED -> settled(CommitmentState.BROKEN, now);
        };
    }

    private static Condition settled(CommitmentState state, Instant now) {
        return COMMITMENTS
                .STATE
                .eq(state)
                .and(COMMITMENTS.SETTLED_AT.between(now.minus(Duration.ofDays(3)), now))
                .and(COMMITMENTS.TURNED_AT.isNull().or(COMMITMENTS.TURNED_AT.le(now.minus(GRACE))));
    }

    private static Condition wanted() {
        return COMMITMENTS
                .TARGET
                .isNull()
                .or(COMMITMENTS.TARGET.notLike(OUR_EVENT))
                .and(notExists(
                        selectOne().from(PROMISE_TEXTS_OFF).where(PROMISE_TEXTS_OFF.ASK_ID.eq(COMMITMENTS.ASK_ID))))
                .and(COMMITMENTS
                        .ASK_ID
                        .isNotNull()
                        .or(notExists(selectOne()
                                .from(PROMISE_CHOICES)
                                .where(
                                        PROMISE_CHOICES.ORGANIZATION_ID.eq(COMMITMENTS.ORGANIZATION_ID),
                                        PROMISE_CHOICES.UNASKED.isFalse()))));
    }

    /** Where gifts are taken online, payments reminds of an amount with the link to give it, and thanks for it. */
    private static Condition notByOthers(ReminderKind kind) {
        if (kind == ReminderKind.CONFIRM) return noCondition();
        return COMMITMENTS
                .FAMILY
                .ne(AskFamily.GIVE)
                .or(COMMITMENTS.AMOUNT_MINOR.isNull())
                .or(notExists(selectOne()
                        .from(PAYMENT_ACCOUNTS)
                        .where(
                                PAYMENT_ACCOUNTS.ORGANIZATION_ID.eq(COMMITMENTS.ORGANIZATION_ID),
                                PAYMENT_ACCOUNTS.OPENED.isTrue(),
                                PAYMENT_ACCOUNTS.SIGNING_SEALED.isNotNull())));
    }

    private static Condition unwritten(ReminderKind kind) {
        Field<Instant> forAt =
                kind.ofADay() ? COMMITMENTS.DUE_AT : inline(Instant.EPOCH, PROMISE_TEXTS.FOR_AT.getDataType());
        return notExists(selectOne()
                .from(PROMISE_TEXTS)
                .where(
                        PROMISE_TEXTS.COMMITMENT_ID.eq(COMMITMENTS.COMMITMENT_ID),
                        PROMISE_TEXTS.KIND.eq(kind),
                        PROMISE_TEXTS.FOR_AT.eq(forAt)));
    }

    /**
     * With the text that leaves, where one may. A key that is taken ends the transaction, and with it the texts of
     * whoever came second.
     */
    void write(
            OrganizationId here,
            ReminderKind kind,
            Collection<Promised> written,
            Map<CommitmentId, MessageId> leaving,
            Instant now) {
        var insert = db.insertInto(
                PROMISE_TEXTS,
                PROMISE_TEXTS.COMMITMENT_ID,
                PROMISE_TEXTS.KIND,
                PROMISE_TEXTS.FOR_AT,
                PROMISE_TEXTS.ORGANIZATION_ID,
                PROMISE_TEXTS.MESSAGE_ID,
                PROMISE_TEXTS.WRITTEN_AT);
        for (Promised one : written) {
            insert = insert.values(
                    one.commitmentId(), kind, one.forAt(kind), here, leaving.get(one.commitmentId()), now);
        }
        insert.execute();
    }

    /** What was written of these kinds about those promises. */
    List<MessageId> texts(
            OrganizationId here, Collection<CommitmentId> commitments, Collection<ReminderKind> kinds, Instant since) {
        return db.select(PROMISE_TEXTS.MESSAGE_ID)
                .from(PROMISE_TEXTS)
                .where(
                        PROMISE_TEXTS.COMMITMENT_ID.in(commitments),
                        PROMISE_TEXTS.ORGANIZATION_ID.eq(here),
                        PROMISE_TEXTS.KIND.in(kinds),
                        PROMISE_TEXTS.WRITTEN_AT.ge(since),
                        PROMISE_TEXTS.MESSAGE_ID.isNotNull())
                .fetch(PROMISE_TEXTS.MESSAGE_ID);
    }
}
