package org.rung.people;

import static org.rung.db.Tables.SUPPORTER_TAGS;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.database.Batch;
import org.rung.database.BulkInsert;
import org.springframework.stereotype.Repository;

/** Tags of many people at once: made where unknown, put where missing. */
@Repository
class TagUpsertStore {
    private final DSLContext database;

    TagUpsertStore(DSLContext database) {
        this.database = database;
    }

    record Tagging(SupporterId supporterId, TagId tagId) {}

    /** The tags of these names, made where unknown. The database says which names are the same tag. */
    Map<String, TagId> named(OrganizationId organizationId, Set<String> names, Instant now) {
        var known = known(organizationId, names);
        var unknown = names.stream().filter(name -> !known.containsKey(name)).toList();
        if (unknown.isEmpty()) return known;
        Batch.run(
                database,
                // Two spellings of one new tag, or another writer who was first: one tag stays.
                "insert ignore into tags (tag_id, organization_id, name, created_at) values (?, ?, ?, ?)",
                unknown,
                (statement, name) -> {
                    statement.setLong(1, Id.next());
                    statement.setLong(2, organizationId.value());
                    statement.setString(3, name);
                    statement.setObject(4, Batch.utc(now));
                });
        known.putAll(known(organizationId, unknown));
        return known;
    }

    Map<String, TagId> known(OrganizationId organizationId, Collection<String> names) {
        var wanted = names.stream().map(name -> "select ? as name").collect(Collectors.joining(" union all "));
        var binds =
                Stream.concat(names.stream(), Stream.of(organizationId.value())).toArray();
        var found = new HashMap<String, TagId>();
        database.resultQuery(
                        "select wanted.name, tags.tag_id from (" + wanted + ") wanted join tags"
                                + " on tags.name = convert(wanted.name using utf8mb4) collate utf8mb4_unicode_ci"
                                + " where tags.organization_id = ?",
                        binds)
                .forEach(row -> found.put(row.get(0, String.class), new TagId(row.get(1, Long.class))));
        return found;
    }

    Set<Tagging> of(OrganizationId organizationId, Collection<SupporterId> supporters, Set<TagId> tags) {
        if (supporters.isEmpty()) return new HashSet<>();
        return new HashSet<>(database.select(SUPPORTER_TAGS.SUPPORTER_ID, SUPPORTER_TAGS.TAG_ID)
                .from(SUPPORTER_TAGS)
                .where(SUPPORTER_TAGS.ORGANIZATION_ID.eq(organizationId))
                .and(SUPPORTER_TAGS.SUPPORTER_ID.in(supporters))
                .and(SUPPORTER_TAGS.TAG_ID.in(tags))
                .fetch(row -> new Tagging(row.value1(), row.value2())));
    }

    void add(OrganizationId organizationId, List<Tagging> taggings, Instant now) {
        var at = BulkInsert.literal(now);
        BulkInsert.all(
                database,
                // Someone may have put the tag by hand meanwhile.
                "insert ignore into supporter_tags (supporter_id, tag_id, organization_id, added_at) values ",
                taggings,
                (row, tagging) -> row.number(tagging.supporterId().value())
                        .number(tagging.tagId().value())
                        .number(organizationId.value())
                        .same(at));
    }
}
