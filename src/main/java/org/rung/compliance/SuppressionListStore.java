package org.rung.compliance;

import static org.rung.db.Tables.SUPPRESSION_LISTS;
import static org.rung.db.Tables.SUPPRESSION_LIST_ROWS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Sentence;
import org.rung.consent.SuppressionScope;
import org.rung.database.BulkInsert;
import org.rung.db.tables.records.SuppressionListsRecord;
import org.springframework.stereotype.Repository;

/** Files of numbers, row by row: what a job has to do is in the database, so any server goes on with it. */
@Repository
class SuppressionListStore {
    private static final int AT_ONCE = 5_000;

    private final DSLContext db;

    SuppressionListStore(DSLContext db) {
        this.db = db;
    }

    void add(SuppressionList list) {
        db.insertInto(SUPPRESSION_LISTS)
                .set(SUPPRESSION_LISTS.SUPPRESSION_LIST_ID, list.suppressionListId())
                .set(SUPPRESSION_LISTS.ORGANIZATION_ID, list.organizationId())
                .set(SUPPRESSION_LISTS.NAME, list.name())
                .set(SUPPRESSION_LISTS.OCCASION_ID, list.scope().occasion())
                .set(SUPPRESSION_LISTS.UNTIL_AT, list.scope().until().orElse(null))
                .set(SUPPRESSION_LISTS.REASON, list.reason())
                .set(SUPPRESSION_LISTS.STATE, list.state())
                .set(SUPPRESSION_LISTS.MEMBER_ID, list.member().orElse(null))
                .set(SUPPRESSION_LISTS.CREATED_AT, list.createdAt())
                .execute();
    }

    void rows(SuppressionList list, List<NumbersFile.Row> rows) {
        BulkInsert.all(
                db,
                "insert into suppression_list_rows (suppression_list_id, line, organization_id, phone, written, problem)"
                        + " values ",
                rows,
                (cells, row) -> cells.number(list.suppressionListId().value())
                        .number(row.line())
                        .number(list.organizationId().value())
                        .words(row.phone() == null ? null : row.phone().text())
                        .words(row.written())
                        .words(row.problem() == null ? null : row.problem().text()));
    }

    void counted(SuppressionListId list, long total, long refused) {
        db.update(SUPPRESSION_LISTS)
                .set(SUPPRESSION_LISTS.TOTAL, total)
                .set(SUPPRESSION_LISTS.REFUSED, refused)
                .where(SUPPRESSION_LISTS.SUPPRESSION_LIST_ID.eq(list))
                .execute();
    }

    Optional<SuppressionList> find(OrganizationId organization, SuppressionListId list) {
        return db.selectFrom(SUPPRESSION_LISTS)
                .where(
                        SUPPRESSION_LISTS.SUPPRESSION_LIST_ID.eq(list),
                        SUPPRESSION_LISTS.ORGANIZATION_ID.eq(organization))
                .fetchOptional(SuppressionListStore::list);
    }

    /** As it is now, and until this transaction ends. */
    Optional<SuppressionList> lock(SuppressionListId list) {
        return db.selectFrom(SUPPRESSION_LISTS)
                .where(SUPPRESSION_LISTS.SUPPRESSION_LIST_ID.eq(list))
                .forUpdate()
                .fetchOptional(SuppressionListStore::list);
    }

    List<SuppressionListId> working() {
        return db.select(SUPPRESSION_LISTS.SUPPRESSION_LIST_ID)
                .from(SUPPRESSION_LISTS)
                .where(SUPPRESSION_LISTS.STATE.eq(ListState.RUNNING))
                .fetch(SUPPRESSION_LISTS.SUPPRESSION_LIST_ID);
    }

    List<SuppressionList> newest(OrganizationId organization, int most) {
        return db.selectFrom(SUPPRESSION_LISTS)
                .where(SUPPRESSION_LISTS.ORGANIZATION_ID.eq(organization))
                .orderBy(SUPPRESSION_LISTS.SUPPRESSION_LIST_ID.desc())
                .limit(most)
                .fetch(SuppressionListStore::list);
    }

    /** A line and its number. */
    record Next(long line, PhoneNumber phone) {}

    List<Next> next(SuppressionListId list, int limit) {
        return db.select(SUPPRESSION_LIST_ROWS.LINE, SUPPRESSION_LIST_ROWS.PHONE)
                .from(SUPPRESSION_LIST_ROWS)
                .join(SUPPRESSION_LISTS)
                .on(SUPPRESSION_LISTS.SUPPRESSION_LIST_ID.eq(SUPPRESSION_LIST_ROWS.SUPPRESSION_LIST_ID))
                .where(SUPPRESSION_LIST_ROWS.SUPPRESSION_LIST_ID.eq(list))
                .and(SUPPRESSION_LIST_ROWS.LINE.gt(SUPPRESSION_LISTS.AFTER_LINE))
                .and(SUPPRESSION_LIST_ROWS.PHONE.isNotNull())
                .orderBy(SUPPRESSION_LIST_ROWS.LINE)
                .limit(limit)
                .fetch(row -> new Next(row.value1(), row.value2()));
    }

    void advance(SuppressionListId list, long after, long rows, long changed) {
        db.update(SUPPRESSION_LISTS)
                .set(SUPPRESSION_LISTS.AFTER_LINE, after)
                .set(SUPPRESSION_LISTS.DONE, SUPPRESSION_LISTS.DONE.plus(rows))
                .set(SUPPRESSION_LISTS.CHANGED, SUPPRESSION_LISTS.CHANGED.plus(changed))
                .where(SUPPRESSION_LISTS.SUPPRESSION_LIST_ID.eq(list))
                .execute();
    }

    void end(SuppressionListId list, ListState state, Instant now) {
        db.update(SUPPRESSION_LISTS)
                .set(SUPPRESSION_LISTS.STATE, state)
                .set(SUPPRESSION_LISTS.ENDED_AT, now)
                .where(SUPPRESSION_LISTS.SUPPRESSION_LIST_ID.eq(list))
                .execute();
    }

    List<RefusedRow> refused(OrganizationId organization, SuppressionListId list, long after, int limit) {
        return db.selectFrom(SUPPRESSION_LIST_ROWS)
                .where(SUPPRESSION_LIST_ROWS.SUPPRESSION_LIST_ID.eq(list))
                .and(SUPPRESSION_LIST_ROWS.ORGANIZATION_ID.eq(organization))
                .and(SUPPRESSION_LIST_ROWS.LINE.gt(after))
                .and(SUPPRESSION_LIST_ROWS.PHONE.isNull())
                .orderBy(SUPPRESSION_LIST_ROWS.LINE)
                .limit(limit)
                .fetch(row -> new RefusedRow(
                        row.getLine(),
                        row.getWritten(),
                        Optional.ofNullable(row.getProblem())
                                .flatMap(Sentence::read)
                                .orElseGet(() -> Sentence.of("problem.phone-wrong"))));
    }

    /** Rows of lists that ended before then, some thousand at a time; true while there may be more. */
    boolean forget(Instant endedBefore) {
        var ended = db.select(DSL.field("suppression_list_id", Long.class))
                .from(db.selectDistinct(SUPPRESSION_LISTS.SUPPRESSION_LIST_ID)
                        .from(SUPPRESSION_LISTS)
                        .join(SUPPRESSION_LIST_ROWS)
                        .on(SUPPRESSION_LIST_ROWS.SUPPRESSION_LIST_ID.eq(SUPPRESSION_LISTS.SUPPRESSION_LIST_ID))
                        .where(SUPPRESSION_LISTS.STATE.ne(ListState.RUNNING))
                        .and(SUPPRESSION_LISTS.ENDED_AT.lt(endedBefore))
                        .limit(1)
                        .asTable("ended"));
        return db.deleteFrom(SUPPRESSION_LIST_ROWS)
                        .where(SUPPRESSION_LIST_ROWS
                                .SUPPRESSION_LIST_ID
                                .coerce(Long.class)
                                .in(ended))
                        .limit(AT_ONCE)
                        .execute()
                > 0;
    }

    private static SuppressionList list(SuppressionListsRecord row) {
        return new SuppressionList(
                row.getSuppressionListId(),
                row.getOrganizationId(),
                row.getName(),
                SuppressionScope.of(row.getOccasionId(), row.getUntilAt()),
                row.getReason(),
                row.getState(),
                row.getTotal(),
                row.getDone(),
                row.getChanged(),
                row.getRefused(),
                Optional.ofNullable(row.getMemberId()),
                row.getCreatedAt(),
                Optional.ofNullable(row.getEndedAt()));
    }
}
