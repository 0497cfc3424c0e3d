package org.rung.giftfiles;

import static org.rung.db.Tables.GIFT_FILES;
import static org.rung.db.Tables.GIFT_FILE_ROWS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.database.Batch;
import org.rung.database.BulkInsert;
import org.rung.db.tables.records.GiftFilesRecord;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Files, and those of their rows that wait or were refused. */
@Repository
class GiftFileStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};

    private final DSLContext db;

    GiftFileStore(DSLContext db) {
        this.db = db;
    }

    void add(GiftFile file, Optional<MemberId> member, List<GiftRows.Row> rows) {
        db.insertInto(GIFT_FILES)
                .set(GIFT_FILES.GIFT_FILE_ID, file.giftFileId())
                .set(GIFT_FILES.ORGANIZATION_ID, file.organizationId())
                .set(GIFT_FILES.MEMBER_ID, member.orElse(null))
                .set(GIFT_FILES.NAME, file.name())
                .set(GIFT_FILES.STATE, file.state())
                .set(GIFT_FILES.HEAD, JSON.writeValueAsString(file.head()))
                .set(GIFT_FILES.ROW_COUNT, file.rows())
                .set(GIFT_FILES.MADE_AT, file.madeAt())
                .execute();
        BulkInsert.all(
                db,
                "insert into gift_file_rows (gift_file_id, line, organization_id, cells, once_key) values ",
                rows,
                (into, row) -> into.number(file.giftFileId().value())
                        .number((long) row.line())
                        .number(file.organizationId().value())
                        .words(JSON.writeValueAsString(row.cells()))
                        .words(row.onceKey()));
    }

    /** Nobody else works at it until the transaction ends. */
    Optional<GiftFile> lock(GiftFileId id) {
        return db.selectFrom(GIFT_FILES)
                .where(GIFT_FILES.GIFT_FILE_ID.eq(id))
                .forUpdate()
                .fetchOptional(GiftFileStore::file);
    }

    List<GiftFileId> working() {
        return db.select(GIFT_FILES.GIFT_FILE_ID)
                .from(GIFT_FILES)
                .where(GIFT_FILES.STATE.eq(GiftFileState.WORKING))
                .orderBy(GIFT_FILES.GIFT_FILE_ID)
                .fetch(GIFT_FILES.GIFT_FILE_ID);
    }

    Optional<GiftFile> find(OrganizationId organizationId, GiftFileId id) {
        return db.selectFrom(GIFT_FILES)
                .where(GIFT_FILES.ORGANIZATION_ID.eq(organizationId), GIFT_FILES.GIFT_FILE_ID.eq(id))
                .fetchOptional(GiftFileStore::file);
    }

    /** The latest first. */
    List<GiftFile> page(OrganizationId organizationId, Optional<GiftFileId> before, int limit) {
        return db.selectFrom(GIFT_FILES)
                .where(GIFT_FILES.ORGANIZATION_ID.eq(organizationId))
                .and(before.map(GIFT_FILES.GIFT_FILE_ID::lt).orElse(DSL.noCondition()))
                .orderBy(GIFT_FILES.GIFT_FILE_ID.desc())
                .limit(limit)
                .fetch(GiftFileStore::file);
    }

    /** Those that nobody has looked at. */
    List<GiftRows.Row> waiting(GiftFileId id, int limit) {
        return db.select(GIFT_FILE_ROWS.LINE, GIFT_FILE_ROWS.CELLS, GIFT_FILE_ROWS.ONCE_KEY)
                .from(GIFT_FILE_ROWS)
                .where(GIFT_FILE_ROWS.GIFT_FILE_ID.eq(id), GIFT_FILE_ROWS.WHY.isNull())
                .orderBy(GIFT_FILE_ROWS.LINE)
                .limit(limit)
                .fetch(row -> new GiftRows.Row(row.value1(), cells(row.value2()), row.value3()));
    }

    List<RefusedRow> refused(OrganizationId organizationId, GiftFileId id, int afterLine, int limit) {
        return db.select(GIFT_FILE_ROWS.LINE, GIFT_FILE_ROWS.CELLS, GIFT_FILE_ROWS.WHY)
                .from(GIFT_FILE_ROWS)
                .where(
                        GIFT_FILE_ROWS.ORGANIZATION_ID.eq(organizationId),
                        GIFT_FILE_ROWS.GIFT_FILE_ID.eq(id),
                        GIFT_FILE_ROWS.WHY.isNotNull(),
                        GIFT_FILE_ROWS.LINE.gt(afterLine))
                .orderBy(GIFT_FILE_ROWS.LINE)
                .limit(limit)
                .fetch(row -> new RefusedRow(row.value1(), cells(row.value2()), row.value3()));
    }

    /** What was taken needs no copy here. */
    void took(GiftFileId id, Collection<Integer> lines) {
        db.deleteFrom(GIFT_FILE_ROWS)
                .where(GIFT_FILE_ROWS.GIFT_FILE_ID.eq(id), GIFT_FILE_ROWS.LINE.in(lines))
                .execute();
    }

    void refuse(GiftFileId id, Map<Integer, String> why) {
        Batch.run(
                db,
                "update gift_file_rows set why = ? where gift_file_id = ? and line = ?",
                why.entrySet(),
                (statement, one) -> {
                    statement.setString(
                            1, one.getValue().length() > 400 ? one.getValue().substring(0, 400) : one.getValue());
                    statement.setLong(2, id.value());
                    statement.setInt(3, one.getKey());
                });
    }

    void count(GiftFile file) {
        db.update(GIFT_FILES)
                .set(GIFT_FILES.STATE, file.state())
                .set(GIFT_FILES.ADDED, file.added())
                .set(GIFT_FILES.KNOWN, file.known())
                .set(GIFT_FILES.WENT_BACK, file.wentBack())
                .set(GIFT_FILES.UNMATCHED, file.unmatched())
                .set(GIFT_FILES.REFUSED, file.refused())
                .set(GIFT_FILES.ENDED_AT, file.endedAt().orElse(null))
                .where(GIFT_FILES.GIFT_FILE_ID.eq(file.giftFileId()))
                .execute();
    }

    /** Rows with people's names in them go after a while; false when there are none. */
    boolean forget(Instant before) {
        return db.execute(
                        "delete from gift_file_rows where gift_file_id in (select gift_file_id from gift_files"
                                + " where ended_at < ?) limit 2000",
                        Batch.utc(before))
                > 0;
    }

    private static List<String> cells(String json) {
        return JSON.readValue(json, CELLS);
    }

    private static GiftFile file(GiftFilesRecord row) {
        return new GiftFile(
                row.getGiftFileId(),
                row.getOrganizationId(),
                row.getName(),
                row.getState(),
                cells(row.getHead()),
                row.getRowCount(),
                row.getAdded(),
                row.getKnown(),
                row.getWentBack(),
                row.getUnmatched(),
                row.getRefused(),
                row.getMadeAt(),
                Optional.ofNullable(row.getEndedAt()));
    }
}
