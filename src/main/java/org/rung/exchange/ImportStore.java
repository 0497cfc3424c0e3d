package org.rung.exchange;

import static org.rung.db.Tables.IMPORTS;
import static org.rung.db.Tables.IMPORT_REJECTS;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ImportStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_CELLS = 4_000;

    private final DSLContext database;

    ImportStore(DSLContext database) {
        this.database = database;
    }

    void insert(Import made) {
        database.insertInto(IMPORTS)
                .set(IMPORTS.IMPORT_ID, made.importId())
                .set(IMPORTS.ORGANIZATION_ID, made.organizationId())
                .set(IMPORTS.STATE, made.state())
                .set(IMPORTS.FILE_NAME, made.fileName())
                .set(IMPORTS.FILE_PATH, made.file().toString())
                .set(IMPORTS.FILE_BYTES, made.fileBytes())
                .set(IMPORTS.CHARSET, made.charset().name())
                .set(IMPORTS.DELIMITER, String.valueOf(made.separator()))
                .set(IMPORTS.MAPPING, JSON.writeValueAsString(made.settings().columns()))
                .set(IMPORTS.COUNTRY, made.settings().country())
                .set(IMPORTS.SOURCE, made.settings().source())
                .set(IMPORTS.CONSENT_WORDS, made.settings().consentWords())
                .set(IMPORTS.MEMBER_ID, made.memberId().orElse(null))
                .set(IMPORTS.CREATED_AT, made.createdAt())
                .execute();
    }

    Optional<Import> find(OrganizationId organizationId, ImportId importId) {
        return database.selectFrom(IMPORTS)
                .where(IMPORTS.IMPORT_ID.eq(importId))
                .and(IMPORTS.ORGANIZATION_ID.eq(organizationId))
                .fetchOptional(ImportStore::read);
    }

    /** For jobs, which know only the id. */
    Optional<Import> find(ImportId importId) {
        return database.selectFrom(IMPORTS)
                .where(IMPORTS.IMPORT_ID.eq(importId))
                .fetchOptional(ImportStore::read);
    }

    /** As it is now, and until this transaction ends. */
    Optional<Import> lock(ImportId importId) {
        return database.selectFrom(IMPORTS)
                .where(IMPORTS.IMPORT_ID.eq(importId))
                .forUpdate()
                .fetchOptional(ImportStore::read);
    }

    List<ImportId> working() {
        return database.select(IMPORTS.IMPORT_ID)
                .from(IMPORTS)
                .where(IMPORTS.STATE.in(ImportState.CHECKING, ImportState.RUNNING))
                .fetch(IMPORTS.IMPORT_ID);
    }

    List<Import> page(OrganizationId organizationId, Optional<ImportId> before, int limit) {
        return database.selectFrom(IMPORTS)
                .where(IMPORTS.ORGANIZATION_ID.eq(organizationId))
                .and(before.map(IMPORTS.IMPORT_ID::lt).orElse(DSL.noCondition()))
                .orderBy(IMPORTS.IMPORT_ID.desc())
                .limit(limit)
                .fetch(ImportStore::read);
    }

    void settle(ImportId importId, ImportSettings settings) {
        database.update(IMPORTS)
                .set(IMPORTS.STATE, ImportState.UPLOADED)
                .set(IMPORTS.MAPPING, JSON.writeValueAsString(settings.columns()))
                .set(IMPORTS.COUNTRY, settings.country())
                .set(IMPORTS.SOURCE, settings.source())
                .set(IMPORTS.CONSENT_WORDS, settings.consentWords())
                .where(IMPORTS.IMPORT_ID.eq(importId))
                .execute();
    }

    /** From the first row, with nothing counted. */
    void start(ImportId importId, ImportState state, Instant now) {
        database.deleteFrom(IMPORT_REJECTS)
                .where(IMPORT_REJECTS.IMPORT_ID.eq(importId))
                .execute();
        database.update(IMPORTS)
                .set(IMPORTS.STATE, state)
                .set(IMPORTS.DRY_RUN, state == ImportState.CHECKING)
                .set(IMPORTS.ROWS_DONE, 0L)
                .set(IMPORTS.BYTES_DONE, 0L)
                .set(IMPORTS.CREATED_COUNT, 0L)
                .set(IMPORTS.UPDATED_COUNT, 0L)
                .set(IMPORTS.UNCHANGED_COUNT, 0L)
                .set(IMPORTS.REJECTED_COUNT, 0L)
                .set(IMPORTS.STARTED_AT, now)
                .where(IMPORTS.IMPORT_ID.eq(importId))
                .execute();
    }

    void advance(ImportId importId, long rowsDone, long bytesDone, ImportCounts counts) {
        database.update(IMPORTS)
                .set(IMPORTS.ROWS_DONE, rowsDone)
                .set(IMPORTS.BYTES_DONE, bytesDone)
                .set(IMPORTS.CREATED_COUNT, counts.created())
                .set(IMPORTS.UPDATED_COUNT, counts.updated())
                .set(IMPORTS.UNCHANGED_COUNT, counts.unchanged())
                .set(IMPORTS.REJECTED_COUNT, counts.rejected())
                .where(IMPORTS.IMPORT_ID.eq(importId))
                .execute();
    }

    void checked(ImportId importId) {
        database.update(IMPORTS)
                .set(IMPORTS.STATE, ImportState.CHECKED)
                .set(IMPORTS.ROWS_TOTAL, IMPORTS.ROWS_DONE)
                .where(IMPORTS.IMPORT_ID.eq(importId))
                .execute();
    }

    void end(ImportId importId, ImportState state, Optional<Why> problem, Instant now) {
        var change = database.update(IMPORTS)
                .set(IMPORTS.STATE, state)
                .set(IMPORTS.PROBLEM, problem.map(Why::text).orElse(null))
                .set(IMPORTS.FILE_PATH, "")
                .set(IMPORTS.ENDED_AT, now);
        if (state == ImportState.DONE) change = change.set(IMPORTS.ROWS_TOTAL, IMPORTS.ROWS_DONE);
        change.where(IMPORTS.IMPORT_ID.eq(importId)).execute();
    }

    void reject(OrganizationId organizationId, ImportId importId, Collection<Reject> rejects) {
        if (rejects.isEmpty()) return;
        var insert = database.insertInto(
                IMPORT_REJECTS,
                IMPORT_REJECTS.IMPORT_ID,
                IMPORT_REJECTS.ROW_NUMBER_IN_FILE,
                IMPORT_REJECTS.ORGANIZATION_ID,
                IMPORT_REJECTS.REASON,
                IMPORT_REJECTS.CELLS);
        for (var reject : rejects)
            insert = insert.values(
                    importId, reject.line(), organizationId, reject.reason().text(), cells(reject.cells()));
        insert.execute();
    }

    List<Reject> rejects(OrganizationId organizationId, ImportId importId, long afterLine, int limit) {
        return database.select(IMPORT_REJECTS.ROW_NUMBER_IN_FILE, IMPORT_REJECTS.REASON, IMPORT_REJECTS.CELLS)
                .from(IMPORT_REJECTS)
                .where(IMPORT_REJECTS.IMPORT_ID.eq(importId))
                .and(IMPORT_REJECTS.ORGANIZATION_ID.eq(organizationId))
                .and(IMPORT_REJECTS.ROW_NUMBER_IN_FILE.gt(afterLine))
                .orderBy(IMPORT_REJECTS.ROW_NUMBER_IN_FILE)
                .limit(limit)
                .fetch(row -> new Reject(
                        row.value1(),
                        new Why(row.value2()),
                        JSON.readValue(row.value3(), new TypeReference<List<String>>() {})));
    }

    List<RejectReason> reasons(OrganizationId organizationId, ImportId importId) {
        var rows = DSL.count();
        return database.select(IMPORT_REJECTS.REASON, rows, DSL.min(IMPORT_REJECTS.ROW_NUMBER_IN_FILE))
                .from(IMPORT_REJECTS)
                .where(IMPORT_REJECTS.IMPORT_ID.eq(importId))
                .and(IMPORT_REJECTS.ORGANIZATION_ID.eq(organizationId))
                .groupBy(IMPORT_REJECTS.REASON)
                .orderBy(rows.desc())
                .limit(20)
                .fetch(row -> new RejectReason(new Why(row.value1()), row.value2(), row.value3()));
    }

    /** Deletes rejects of imports that ended before that instant, some thousand at a time; true while there are more. */
    boolean forgetRejects(Instant endedBefore) {
        return database.execute("""
                        delete from import_rejects where import_id in (select import_id from (select i.import_id from imports i \
                        where i.ended_at < ? and exists (select 1 from import_rejects r where r.import_id = i.import_id) \
                        limit 1) ended) limit 5000""", LocalDateTime.ofInstant(endedBefore, ZoneOffset.UTC)) > 0;
    }

    /** Uploads that nobody ran; their files are to be deleted. */
    List<Import> abandoned(Instant createdBefore) {
        return database.selectFrom(IMPORTS)
                .where(IMPORTS.STATE.in(ImportState.UPLOADED, ImportState.CHECKED))
                .and(IMPORTS.CREATED_AT.lt(createdBefore))
                .limit(100)
                .fetch(ImportStore::read);
    }

    /** As json that fits its column: long cells are cut, the shortest possible. */
    static String cells(List<String> cells) {
        for (int most = 1_000; most > 0; most /= 2) {
            int longest = most;
            var json = JSON.writeValueAsString(cells.stream()
                    .map(cell -> cell.length() > longest ? cell.substring(0, longest) + "…" : cell)
                    .toList());
            if (json.length() <= LONGEST_CELLS) return json;
        }
        return JSON.writeValueAsString(List.of("(" + cells.size() + " cells)"));
    }

    private static Import read(Record row) {
        var settings = new ImportSettings(
                JSON.readValue(row.get(IMPORTS.MAPPING), new TypeReference<List<ImportColumn>>() {}),
                row.get(IMPORTS.COUNTRY),
                row.get(IMPORTS.SOURCE),
                row.get(IMPORTS.CONSENT_WORDS));
        return new Import(
                row.get(IMPORTS.IMPORT_ID),
                row.get(IMPORTS.ORGANIZATION_ID),
                row.get(IMPORTS.STATE),
                row.get(IMPORTS.FILE_NAME),
                Path.of(row.get(IMPORTS.FILE_PATH)),
                row.get(IMPORTS.FILE_BYTES),
                Charset.forName(row.get(IMPORTS.CHARSET)),
                row.get(IMPORTS.DELIMITER).charAt(0),
                settings,
                Optional.ofNullable(row.get(IMPORTS.ROWS_TOTAL)),
                row.get(IMPORTS.ROWS_DONE),
                row.get(IMPORTS.BYTES_DONE),
                new ImportCounts(
                        row.get(IMPORTS.CREATED_COUNT),
                        row.get(IMPORTS.UPDATED_COUNT),
                        row.get(IMPORTS.UNCHANGED_COUNT),
                        row.get(IMPORTS.REJECTED_COUNT)),
                Optional.ofNullable(row.get(IMPORTS.PROBLEM)).map(Why::new),
                Optional.ofNullable(row.get(IMPORTS.MEMBER_ID)),
                row.get(IMPORTS.CREATED_AT),
                Optional.ofNullable(row.get(IMPORTS.STARTED_AT)),
                Optional.ofNullable(row.get(IMPORTS.ENDED_AT)));
    }
}
