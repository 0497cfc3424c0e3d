package org.rung.turf;

import static org.rung.db.Tables.MEMBERS;
import static org.rung.db.Tables.TURFS;
import static org.rung.db.Tables.TURF_HOLDERS;
import static org.rung.db.Tables.TURF_HOLDING_TEAMS;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.db.tables.records.TurfsRecord;
import org.rung.filters.FilterJson;
import org.rung.filters.SupporterFilter;
import org.springframework.stereotype.Repository;

@Repository
class TurfStore {
    private static final int MOST = 1_000;

    private final DSLContext db;

    TurfStore(DSLContext db) {
        this.db = db;
    }

    Optional<Turf> get(OrganizationId organization, TurfId turf) {
        return db.selectFrom(TURFS)
                .where(TURFS.ORGANIZATION_ID.eq(organization), TURFS.TURF_ID.eq(turf))
                .fetchOptional(TurfStore::turf);
    }

    List<Turf> all(OrganizationId organization) {
        return db.selectFrom(TURFS)
                .where(TURFS.ORGANIZATION_ID.eq(organization), TURFS.RETIRED_AT.isNull())
                .orderBy(TURFS.NAME, TURFS.TURF_ID)
                .limit(MOST)
                .fetch(TurfStore::turf);
    }

    void add(OrganizationId organization, Turf turf) {
        db.insertInto(TURFS)
                .set(TURFS.TURF_ID, turf.turfId())
                .set(TURFS.ORGANIZATION_ID, organization)
                .set(TURFS.NAME, turf.name())
                .set(TURFS.KIND, turf.kind())
                .set(TURFS.FILTER, byFilter(turf) ? FilterJson.write(turf.filter()) : null)
                .set(TURFS.OWNER_MEMBER_ID, turf.owner().orElse(null))
                .set(TURFS.CREATED_AT, turf.createdAt())
                .set(TURFS.UPDATED_AT, turf.createdAt())
                .execute();
    }

    /** A frozen list remembers whom it was frozen from. */
    private static boolean byFilter(Turf turf) {
        return turf.kind() == TurfKind.FILTER || !turf.filter().equals(SupporterFilter.EVERYONE);
    }

    boolean rename(OrganizationId organization, TurfId turf, String name, Instant now) {
        return change(organization, turf, TURFS.NAME, name, now);
    }

    /** False also for a frozen list. */
    boolean recut(OrganizationId organization, TurfId turf, SupporterFilter filter, Instant now) {
        return change(organization, turf, TURFS.FILTER, FilterJson.write(filter), now, TURFS.KIND.eq(TurfKind.FILTER));
    }

    /** Filters that may name a rung by its number, kept from others until the transaction ends. */
    Map<TurfId, SupporterFilter> lockAboutRungs(OrganizationId organization) {
        return db.select(TURFS.TURF_ID, TURFS.FILTER)
                .from(TURFS)
                .where(TURFS.ORGANIZATION_ID.eq(organization))
                .and(TURFS.FILTER
                        .contains("\"rung\"")
                        .or(TURFS.FILTER.contains("\"slipping\""))
                        .or(TURFS.FILTER.contains("\"ready\"")))
                .forUpdate()
                .fetchMap(TURFS.TURF_ID, row -> FilterJson.read(row.get(TURFS.FILTER)));
    }

    /** They mean the same as before, so that nothing else about them changes. */
    void refilter(OrganizationId organization, Map<TurfId, SupporterFilter> filters) {
        db.batch(filters.entrySet().stream()
                        .map(each -> db.update(TURFS)
                                .set(TURFS.FILTER, FilterJson.write(each.getValue()))
                                .where(TURFS.ORGANIZATION_ID.eq(organization), TURFS.TURF_ID.eq(each.getKey())))
                        .toList())
                .execute();
    }

    boolean give(OrganizationId organization, TurfId turf, Optional<MemberId> owner, Instant now) {
        return change(organization, turf, TURFS.OWNER_MEMBER_ID, owner.orElse(null), now);
    }

    void isPartOf(OrganizationId organization, TurfId part, TurfId whole) {
        db.update(TURFS)
                .set(TURFS.FROM_TURF_ID, whole)
                .where(TURFS.ORGANIZATION_ID.eq(organization), TURFS.TURF_ID.eq(part))
                .execute();
    }

    List<TurfId> givenParts(OrganizationId organization, TurfId whole) {
        return db.select(TURFS.TURF_ID)
                .from(TURFS)
                .where(TURFS.ORGANIZATION_ID.eq(organization), TURFS.FROM_TURF_ID.eq(whole), TURFS.RETIRED_AT.isNull())
                .and(TURFS.TURF_ID
                        .in(db.select(TURF_HOLDERS.TURF_ID).from(TURF_HOLDERS))
                        .or(TURFS.TURF_ID.in(
                                db.select(TURF_HOLDING_TEAMS.TURF_ID).from(TURF_HOLDING_TEAMS))))
                .orderBy(TURFS.TURF_ID.desc())
                .limit(FrozenTurfs.MOST_PARTS)
                .fetch(TURFS.TURF_ID);
    }

    void touch(OrganizationId organization, TurfId turf, Instant now) {
        change(organization, turf, TURFS.UPDATED_AT, now, now);
    }

    boolean isHere(OrganizationId organization, MemberId member) {
        return db.fetchExists(MEMBERS, MEMBERS.ORGANIZATION_ID.eq(organization).and(MEMBERS.MEMBER_ID.eq(member)));
    }

    boolean retire(OrganizationId organization, TurfId turf, Instant now) {
        return change(organization, turf, TURFS.RETIRED_AT, now, now);
    }

    /** False when it is not there, or not in use any more. */
    private <T> boolean change(
            OrganizationId organization,
            TurfId turf,
            Field<T> field,
            @Nullable T value,
            Instant now,
            Condition... also) {
        return db.update(TURFS)
                        .set(field, value)
                        .set(TURFS.UPDATED_AT, now)
                        .where(
                                TURFS.ORGANIZATION_ID.eq(organization),
                                TURFS.TURF_ID.eq(turf),
                                TURFS.RETIRED_AT.isNull())
                        .and(DSL.and(also))
                        .execute()
                == 1;
    }

    static Turf turf(TurfsRecord row) {
        var filter = row.getFilter();
        return new Turf(
                row.getTurfId(),
                row.getName(),
                row.getKind(),
                filter == null ? SupporterFilter.EVERYONE : FilterJson.read(filter),
                Optional.ofNullable(row.getOwnerMemberId()),
                row.getCreatedAt());
    }
}
