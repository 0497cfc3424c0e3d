package org.rung.people;

import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.SUPPORTER_TAGS;
import static org.rung.db.Tables.TAGS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

@Repository
class TagStore {
    private final DSLContext db;

    TagStore(DSLContext db) {
        this.db = db;
    }

    List<Tag> all(OrganizationId organization) {
        return db.select(TAGS.TAG_ID, TAGS.NAME)
                .from(TAGS)
                .where(TAGS.ORGANIZATION_ID.eq(organization))
                .orderBy(TAGS.NAME)
                .fetch(Records.mapping(Tag::new));
    }

    Optional<TagId> named(OrganizationId organization, String name) {
        return db.select(TAGS.TAG_ID)
                .from(TAGS)
                .where(TAGS.ORGANIZATION_ID.eq(organization), TAGS.NAME.eq(name))
                .fetchOptional(TAGS.TAG_ID);
    }

    /** Makes those that are missing. */
    void make(OrganizationId organization, Collection<String> names, Instant now) {
        var insert = db.insertInto(TAGS, TAGS.TAG_ID, TAGS.ORGANIZATION_ID, TAGS.NAME, TAGS.CREATED_AT);
        for (var name : names) insert = insert.values(new TagId(Id.next()), organization, name, now);
        // Two people may think of the same tag at once.
        if (!names.isEmpty()) insert.onDuplicateKeyIgnore().execute();
    }

    void put(OrganizationId organization, Collection<SupporterId> supporters, Collection<String> names, Instant now) {
        db.insertInto(
                        SUPPORTER_TAGS,
                        SUPPORTER_TAGS.SUPPORTER_ID,
                        SUPPORTER_TAGS.TAG_ID,
                        SUPPORTER_TAGS.ORGANIZATION_ID,
                        SUPPORTER_TAGS.ADDED_AT)
                .select(db.select(
                                SUPPORTERS.SUPPORTER_ID,
                                TAGS.TAG_ID,
                                TAGS.ORGANIZATION_ID,
                                DSL.val(now, SUPPORTER_TAGS.ADDED_AT))
                        .from(SUPPORTERS)
                        .join(TAGS)
                        .on(TAGS.ORGANIZATION_ID.eq(SUPPORTERS.ORGANIZATION_ID))
                        .where(
                                SUPPORTERS.ORGANIZATION_ID.eq(organization),
                                SUPPORTERS.SUPPORTER_ID.in(supporters),
                                TAGS.NAME.in(names)))
                .onDuplicateKeyIgnore()
                .execute();
    }

    void put(OrganizationId organization, Collection<SupporterId> supporters, TagId tag, Instant at) {
        db.insertInto(
                        SUPPORTER_TAGS,
                        SUPPORTER_TAGS.SUPPORTER_ID,
                        SUPPORTER_TAGS.TAG_ID,
                        SUPPORTER_TAGS.ORGANIZATION_ID,
                        SUPPORTER_TAGS.ADDED_AT)
                .select(db.select(
                                SUPPORTERS.SUPPORTER_ID,
                                TAGS.TAG_ID,
                                TAGS.ORGANIZATION_ID,
                                DSL.val(at, SUPPORTER_TAGS.ADDED_AT))
                        .from(SUPPORTERS)
                        // The tag may have been deleted since someone chose it.
                        .join(TAGS)
                        .on(TAGS.ORGANIZATION_ID.eq(SUPPORTERS.ORGANIZATION_ID))
                        .and(TAGS.TAG_ID.eq(tag))
                        .where(SUPPORTERS.ORGANIZATION_ID.eq(organization), SUPPORTERS.SUPPORTER_ID.in(supporters)))
                .onDuplicateKeyIgnore()
                .execute();
    }

    /** Only where it was put at that moment: whoever put it since, by hand, meant it. */
    void removePutAt(OrganizationId organization, Collection<SupporterId> supporters, TagId tag, Instant at) {
        db.deleteFrom(SUPPORTER_TAGS)
                .where(
                        SUPPORTER_TAGS.ORGANIZATION_ID.eq(organization),
                        SUPPORTER_TAGS.TAG_ID.eq(tag),
                        SUPPORTER_TAGS.ADDED_AT.eq(at),
                        SUPPORTER_TAGS.SUPPORTER_ID.in(supporters))
                .execute();
    }

    void remove(OrganizationId organization, Collection<SupporterId> supporters, TagId tag) {
        db.deleteFrom(SUPPORTER_TAGS)
                .where(
                        SUPPORTER_TAGS.ORGANIZATION_ID.eq(organization),
                        SUPPORTER_TAGS.TAG_ID.eq(tag),
                        SUPPORTER_TAGS.SUPPORTER_ID.in(Set.copyOf(supporters)))
                .execute();
    }

    /** Off comes every tag that is not named. */
    void keepOnly(OrganizationId organization, SupporterId supporter, Collection<String> names) {
        db.deleteFrom(SUPPORTER_TAGS)
                .where(
                        SUPPORTER_TAGS.ORGANIZATION_ID.eq(organization),
                        SUPPORTER_TAGS.SUPPORTER_ID.eq(supporter),
                        SUPPORTER_TAGS.TAG_ID.notIn(db.select(TAGS.TAG_ID)
                                .from(TAGS)
                                .where(TAGS.ORGANIZATION_ID.eq(organization), TAGS.NAME.in(names))))
                .execute();
    }

    Map<SupporterId, List<Tag>> of(OrganizationId organization, Collection<SupporterId> supporters) {
        return db.select(SUPPORTER_TAGS.SUPPORTER_ID, TAGS.TAG_ID, TAGS.NAME)
                .from(SUPPORTER_TAGS)
                .join(TAGS)
                .on(TAGS.TAG_ID.eq(SUPPORTER_TAGS.TAG_ID))
                .where(SUPPORTER_TAGS.ORGANIZATION_ID.eq(organization), SUPPORTER_TAGS.SUPPORTER_ID.in(supporters))
                .orderBy(SUPPORTER_TAGS.SUPPORTER_ID, TAGS.NAME)
                .fetchGroups(
                        row -> row.get(SUPPORTER_TAGS.SUPPORTER_ID),
                        row -> new Tag(row.get(TAGS.TAG_ID), row.get(TAGS.NAME)));
    }
}
