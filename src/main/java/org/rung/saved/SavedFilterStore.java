package org.rung.saved;

import static org.rung.db.Tables.SAVED_FILTERS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.rung.db.tables.records.SavedFiltersRecord;
import org.rung.filters.FilterJson;
import org.rung.filters.SupporterFilter;
import org.springframework.stereotype.Repository;

@Repository
class SavedFilterStore {
    private final DSLContext db;

    SavedFilterStore(DSLContext db) {
        this.db = db;
    }

    /** False when the name is taken. */
    boolean add(OrganizationId organization, SavedFilter saved) {
        return db.insertInto(SAVED_FILTERS)
                        .set(SAVED_FILTERS.SAVED_FILTER_ID, saved.savedFilterId())
                        .set(SAVED_FILTERS.ORGANIZATION_ID, organization)
                        .set(SAVED_FILTERS.NAME, saved.name())
                        .set(SAVED_FILTERS.FILTER, FilterJson.write(saved.filter()))
                        .set(SAVED_FILTERS.MEMBER_ID, saved.member().orElse(null))
                        .set(SAVED_FILTERS.CREATED_AT, saved.createdAt())
                        .set(SAVED_FILTERS.UPDATED_AT, saved.updatedAt())
                        // Two people may think of the same name at once.
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    Optional<SavedFilter> get(OrganizationId organization, SavedFilterId id) {
        return db.selectFrom(SAVED_FILTERS)
                .where(SAVED_FILTERS.ORGANIZATION_ID.eq(organization), SAVED_FILTERS.SAVED_FILTER_ID.eq(id))
                .fetchOptional(SavedFilterStore::saved);
    }

    List<SavedFilter> page(OrganizationId organization, Optional<String> afterName, int limit) {
        return db.selectFrom(SAVED_FILTERS)
                .where(SAVED_FILTERS.ORGANIZATION_ID.eq(organization))
                .and(afterName.map(SAVED_FILTERS.NAME::gt).orElse(DSL.noCondition()))
                .orderBy(SAVED_FILTERS.NAME)
                .limit(limit)
                .fetch(SavedFilterStore::saved);
    }

    boolean isNamed(OrganizationId organization, String name, SavedFilterId butThis) {
        return db.fetchExists(
                SAVED_FILTERS,
                SAVED_FILTERS
                        .ORGANIZATION_ID
                        .eq(organization)
                        .and(SAVED_FILTERS.NAME.eq(name))
                        .and(SAVED_FILTERS.SAVED_FILTER_ID.ne(butThis)));
    }

    void change(OrganizationId organization, SavedFilter saved) {
        db.update(SAVED_FILTERS)
                .set(SAVED_FILTERS.NAME, saved.name())
                .set(SAVED_FILTERS.FILTER, FilterJson.write(saved.filter()))
                .set(SAVED_FILTERS.UPDATED_AT, saved.updatedAt())
                .where(
                        SAVED_FILTERS.ORGANIZATION_ID.eq(organization),
                        SAVED_FILTERS.SAVED_FILTER_ID.eq(saved.savedFilterId()))
                .execute();
    }

    /** Filters that may name a rung by its number, kept from others until the transaction ends. */
    Map<SavedFilterId, SupporterFilter> lockAboutRungs(OrganizationId organization) {
        return db.select(SAVED_FILTERS.SAVED_FILTER_ID, SAVED_FILTERS.FILTER)
                .from(SAVED_FILTERS)
                .where(SAVED_FILTERS.ORGANIZATION_ID.eq(organization))
                .and(SAVED_FILTERS
                        .FILTER
                        .contains("\"rung\"")
                        .or(SAVED_FILTERS.FILTER.contains("\"slipping\""))
                        .or(SAVED_FILTERS.FILTER.contains("\"ready\"")))
                .forUpdate()
                .fetchMap(SAVED_FILTERS.SAVED_FILTER_ID, row -> FilterJson.read(row.get(SAVED_FILTERS.FILTER)));
    }

    /** They mean the same as before, so that nothing else about them changes. */
    void refilter(OrganizationId organization, Map<SavedFilterId, SupporterFilter> filters) {
        db.batch(filters.entrySet().stream()
                        .map(each -> db.update(SAVED_FILTERS)
                                .set(SAVED_FILTERS.FILTER, FilterJson.write(each.getValue()))
                                .where(
                                        SAVED_FILTERS.ORGANIZATION_ID.eq(organization),
                                        SAVED_FILTERS.SAVED_FILTER_ID.eq(each.getKey())))
                        .toList())
                .execute();
    }

    boolean remove(OrganizationId organization, SavedFilterId id) {
        return db.deleteFrom(SAVED_FILTERS)
                        .where(SAVED_FILTERS.ORGANIZATION_ID.eq(organization), SAVED_FILTERS.SAVED_FILTER_ID.eq(id))
                        .execute()
                == 1;
    }

    private static SavedFilter saved(SavedFiltersRecord row) {
        return new SavedFilter(
                row.getSavedFilterId(),
                row.getName(),
                FilterJson.read(row.getFilter()),
                Optional.ofNullable(row.getMemberId()),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }
}
