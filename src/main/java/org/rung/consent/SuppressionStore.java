package org.rung.consent;

import static org.rung.db.Tables.PHONE_CONSENTS;
import static org.rung.db.Tables.SUPPRESSIONS;
import static org.rung.db.Tables.SUPPRESSION_LINES;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.database.BulkInsert;
import org.springframework.stereotype.Repository;

/** The do-not-text list, its ledger, and its fold beside the consent of each number. */
@Repository
class SuppressionStore {
    private static final List<SelectField<?>> ENTRY = List.of(
            SUPPRESSIONS.SUPPRESSION_ID,
            SUPPRESSIONS.PHONE,
            SUPPRESSIONS.OCCASION_ID,
            SUPPRESSIONS.UNTIL_AT,
            SUPPRESSIONS.REASON,
            SUPPRESSIONS.ACTOR_KIND,
            SUPPRESSIONS.ACTOR_ID,
            SUPPRESSIONS.SINCE_AT);

    private final DSLContext db;

    SuppressionStore(DSLContext db) {
        this.db = db;
    }

    /** Holds the numbers until the transaction ends, as a send does; makes the rows of those without one. In their order. */
    void hold(OrganizationId organization, List<PhoneNumber> phones) {
        db.connection(connection -> BulkInsert.send(
                connection,
                "insert into phone_consents (organization_id, phone) values ",
                phones,
                (row, phone) -> row.number(organization.value()).words(phone.text()),
                // Not "insert ignore": that takes shared locks, and two of those wait for each other.
                " on duplicate key update consent = consent"));
    }

    List<Suppression> of(OrganizationId organization, Collection<PhoneNumber> phones) {
        return db.select(ENTRY)
                .from(SUPPRESSIONS)
                .where(SUPPRESSIONS.ORGANIZATION_ID.eq(organization), SUPPRESSIONS.PHONE.in(phones))
                .orderBy(SUPPRESSIONS.PHONE, SUPPRESSIONS.OCCASION_ID)
                .fetch(SuppressionStore::entry);
    }

    Optional<Suppression> find(OrganizationId organization, SuppressionId id) {
        return db.select(ENTRY)
                .from(SUPPRESSIONS)
                .where(SUPPRESSIONS.ORGANIZATION_ID.eq(organization), SUPPRESSIONS.SUPPRESSION_ID.eq(id))
                .fetchOptional(SuppressionStore::entry);
    }

    /** An entry of the same reach takes the place of the one before. */
    void put(OrganizationId organization, List<Suppression> entries) {
        db.connection(connection -> BulkInsert.send(
                connection,
                "insert into suppressions (organization_id, phone, occasion_id, until_at, suppression_id, reason,"
                        + " actor_kind, actor_id, since_at) values ",
                entries,
                (row, entry) -> row.number(organization.value())
                        .words(entry.phone().text())
                        .number(entry.scope().occasion())
                        .same(entry.scope().until().map(BulkInsert::literal).orElse("null"))
                        .number(entry.suppressionId().value())
                        .words(entry.reason())
                        .words(entry.actorKind())
                        .number(entry.actorId().orElse(null))
                        .instant(entry.since()),
                " on duplicate key update until_at = values(until_at), suppression_id = values(suppression_id),"
                        + " reason = values(reason), actor_kind = values(actor_kind), actor_id = values(actor_id),"
                        + " since_at = values(since_at)"));
    }

    void take(OrganizationId organization, Collection<SuppressionId> entries) {
        db.deleteFrom(SUPPRESSIONS)
                .where(SUPPRESSIONS.ORGANIZATION_ID.eq(organization), SUPPRESSIONS.SUPPRESSION_ID.in(entries))
                .execute();
    }

    void append(Actor actor, List<SuppressionLine> lines, Optional<Long> source) {
        db.connection(connection -> BulkInsert.send(
                connection,
                "insert into suppression_lines (suppression_line_id, organization_id, phone, kind, occasion_id, until_at,"
                        + " way, reason, actor_kind, actor_id, source_id, recorded_at) values ",
                lines,
                (row, line) -> row.number(Id.next())
                        .number(actor.organization().value())
                        .words(line.phone().text())
                        .words(line.change().name())
                        .number(line.scope().occasion())
                        .same(line.scope().until().map(BulkInsert::literal).orElse("null"))
                        .words(line.way().name())
                        .words(line.reason())
                        .words(line.actorKind())
                        .number(line.actorId().orElse(null))
                        .number(source.orElse(null))
                        .instant(line.recordedAt()),
                ""));
    }

    /** What each number's entries come to. */
    void fold(OrganizationId organization, Map<PhoneNumber, Suppressed> folds) {
        db.connection(connection -> BulkInsert.send(
                connection,
                "insert into phone_consents (organization_id, phone, suppressed_until_at, suppressed_since_at,"
                        + " suppressed_occasions) values ",
                folds.entrySet(),
                (row, fold) -> row.number(organization.value())
                        .words(fold.getKey().text())
                        .same(fold.getValue().until().map(BulkInsert::literal).orElse("null"))
                        .same(fold.getValue().since().map(BulkInsert::literal).orElse("null"))
                        .words(fold.getValue().line().orElse(null)),
                " on duplicate key update suppressed_until_at = values(suppressed_until_at),"
                        + " suppressed_since_at = values(suppressed_since_at),"
                        + " suppressed_occasions = values(suppressed_occasions)"));
    }

    Optional<Suppressed> folded(OrganizationId organization, PhoneNumber phone) {
        return db.select(
                        PHONE_CONSENTS.SUPPRESSED_UNTIL_AT,
                        PHONE_CONSENTS.SUPPRESSED_SINCE_AT,
                        PHONE_CONSENTS.SUPPRESSED_OCCASIONS)
                .from(PHONE_CONSENTS)
                .where(PHONE_CONSENTS.ORGANIZATION_ID.eq(organization), PHONE_CONSENTS.PHONE.eq(phone))
                .fetchOptional(row -> Suppressed.of(row.value1(), row.value2(), row.value3()));
    }

    List<SuppressionLine> lines(OrganizationId organization, Collection<PhoneNumber> phones, int atMost) {
        return db.selectFrom(SUPPRESSION_LINES)
                .where(SUPPRESSION_LINES.ORGANIZATION_ID.eq(organization), SUPPRESSION_LINES.PHONE.in(phones))
                .orderBy(SUPPRESSION_LINES.SUPPRESSION_LINE_ID.desc())
                .limit(atMost)
                .fetch(row -> new SuppressionLine(
                        row.getPhone(),
                        row.getKind(),
                        SuppressionScope.of(row.getOccasionId(), row.getUntilAt()),
                        row.getWay(),
                        row.getReason(),
                        row.getActorKind(),
                        Optional.ofNullable(row.getActorId()),
                        row.getRecordedAt()));
    }

    /** Newest first; without those whose day has come. */
    List<Suppression> page(
            OrganizationId organization,
            SuppressionFilter filter,
            Optional<SuppressionId> before,
            Instant now,
            int limit) {
        return db.select(ENTRY)
                .from(SUPPRESSIONS)
                .where(holding(organization, filter, now))
                .and(before.map(SUPPRESSIONS.SUPPRESSION_ID::lt).orElse(DSL.noCondition()))
                .orderBy(SUPPRESSIONS.SUPPRESSION_ID.desc())
                .limit(limit)
                .fetch(SuppressionStore::entry);
    }

    long count(OrganizationId organization, SuppressionFilter filter, Instant now) {
        return db.fetchCount(SUPPRESSIONS, holding(organization, filter, now));
    }

    private static Condition holding(OrganizationId organization, SuppressionFilter filter, Instant now) {
        List<Condition> which = new ArrayList<>();
        which.add(SUPPRESSIONS.ORGANIZATION_ID.eq(organization));
        which.add(SUPPRESSIONS.UNTIL_AT.isNull().or(SUPPRESSIONS.UNTIL_AT.gt(now)));
        filter.kind()
                .ifPresent(kind -> which.add(
                        switch (kind) {
                            case "GOOD" -> SUPPRESSIONS.OCCASION_ID.eq(0L).and(SUPPRESSIONS.UNTIL_AT.isNull());
                            case "UNTIL" -> SUPPRESSIONS.UNTIL_AT.isNotNull();
                            case "CAMPAIGN" -> SUPPRESSIONS.OCCASION_ID.ne(0L);
                            default -> DSL.falseCondition();
                        }));
        filter.occasion().map(SUPPRESSIONS.OCCASION_ID::eq).ifPresent(which::add);
        filter.phone().map(SUPPRESSIONS.PHONE::eq).ifPresent(which::add);
        return DSL.and(which);
    }

    /** Of a joined phone_consents: nothing keeps the number from being texted first now, as part of that. */
    static Condition free(Optional<Long> occasion, Instant now) {
        Condition day = PHONE_CONSENTS.SUPPRESSED_UNTIL_AT.isNull().or(PHONE_CONSENTS.SUPPRESSED_UNTIL_AT.le(now));
        return occasion.map(id -> day.and(PHONE_CONSENTS
                        .SUPPRESSED_OCCASIONS
                        .isNull()
                        .or(DSL.condition(
                                "locate({0}, {1}) = 0", "," + id + ",", PHONE_CONSENTS.SUPPRESSED_OCCASIONS))))
                .orElse(day);
    }

    static Condition mayAnswer() {
        return PHONE_CONSENTS.SUPPRESSED_UNTIL_AT.isNull().or(PHONE_CONSENTS.SUPPRESSED_UNTIL_AT.ne(Suppressed.GOOD));
    }

    /** Of any statement: something keeps that number from being texted first now, as part of that. */
    static Condition keeps(
            Field<OrganizationId> organization, Field<PhoneNumber> phone, Optional<Long> occasion, Instant now) {
        // A number that is read, not a join: which rows of the statement around it are locked stays as it was.
        return DSL.field(DSL.select(DSL.when(free(occasion, now), DSL.inline(0)).otherwise(DSL.inline(1)))
                        .from(PHONE_CONSENTS)
                        .where(PHONE_CONSENTS.ORGANIZATION_ID.eq(organization))
                        .and(PHONE_CONSENTS.PHONE.eq(phone)))
                .eq(DSL.inline(1));
    }

    private static Suppression entry(Record row) {
        return new Suppression(
                row.get(SUPPRESSIONS.SUPPRESSION_ID),
                row.get(SUPPRESSIONS.PHONE),
                SuppressionScope.of(row.get(SUPPRESSIONS.OCCASION_ID), row.get(SUPPRESSIONS.UNTIL_AT)),
                row.get(SUPPRESSIONS.REASON),
                row.get(SUPPRESSIONS.ACTOR_KIND),
                Optional.ofNullable(row.get(SUPPRESSIONS.ACTOR_ID)),
                row.get(SUPPRESSIONS.SINCE_AT));
    }
}
