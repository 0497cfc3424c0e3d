package org.rung.accounts;

import static org.rung.db.Tables.ORGANIZATIONS;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

@Repository
class OrganizationStore {
    private final DSLContext database;

    OrganizationStore(DSLContext database) {
        this.database = database;
    }

    Optional<Organization> find(OrganizationId organizationId) {
        return database.select(
                        ORGANIZATIONS.ORGANIZATION_ID,
                        ORGANIZATIONS.NAME,
                        ORGANIZATIONS.SLUG,
                        ORGANIZATIONS.COUNTRY,
                        ORGANIZATIONS.ZONE.convertFrom(ZoneId::of),
                        ORGANIZATIONS.LANGUAGE,
                        ORGANIZATIONS.HELP_WORDS,
                        ORGANIZATIONS.OPT_OUT_WORDS,
                        ORGANIZATIONS.TEXTING_FROM,
                        ORGANIZATIONS.TEXTING_UNTIL,
                        ORGANIZATIONS.FIRST_BATCH,
                        ORGANIZATIONS.REPLY_BATCH,
                        ORGANIZATIONS.UNDO_SECONDS.convertFrom(Duration::ofSeconds),
                        ORGANIZATIONS.DEMO)
                .from(ORGANIZATIONS)
                .where(ORGANIZATIONS.ORGANIZATION_ID.eq(organizationId))
                .fetchOptional(Records.mapping(Organization::new));
    }

    boolean none() {
        return !database.fetchExists(database.selectOne().from(ORGANIZATIONS));
    }

    Optional<OrganizationId> demo() {
        return database.select(ORGANIZATIONS.ORGANIZATION_ID)
                .from(ORGANIZATIONS)
                .where(ORGANIZATIONS.DEMO)
                .orderBy(ORGANIZATIONS.ORGANIZATION_ID)
                .limit(1)
                .fetchOptional(ORGANIZATIONS.ORGANIZATION_ID);
    }

    /** Where organizations are: a few, even where there are many of them. */
    List<String> countries() {
        return database.selectDistinct(ORGANIZATIONS.COUNTRY)
                .from(ORGANIZATIONS)
                .orderBy(ORGANIZATIONS.COUNTRY)
                .limit(20)
                .fetch(ORGANIZATIONS.COUNTRY);
    }

    boolean taken(String slug) {
        return database.fetchExists(database.selectOne().from(ORGANIZATIONS).where(ORGANIZATIONS.SLUG.eq(slug)));
    }

    void insert(
            OrganizationId organizationId,
            String name,
            String slug,
            String country,
            ZoneId zone,
            String language,
            boolean demo,
            Instant now) {
        database.insertInto(ORGANIZATIONS)
                .set(ORGANIZATIONS.ORGANIZATION_ID, organizationId)
                .set(ORGANIZATIONS.NAME, name)
                .set(ORGANIZATIONS.SLUG, slug)
                .set(ORGANIZATIONS.COUNTRY, country)
                .set(ORGANIZATIONS.ZONE, zone.getId())
                .set(ORGANIZATIONS.LANGUAGE, language)
                .set(ORGANIZATIONS.DEMO, demo)
                .set(ORGANIZATIONS.CREATED_AT, now)
                .execute();
    }

    void update(Organization changed) {
        database.update(ORGANIZATIONS)
                .set(ORGANIZATIONS.NAME, changed.name())
                .set(ORGANIZATIONS.COUNTRY, changed.country())
                .set(ORGANIZATIONS.ZONE, changed.zone().getId())
                .set(ORGANIZATIONS.LANGUAGE, changed.language())
                .set(ORGANIZATIONS.HELP_WORDS, changed.helpWords())
                .set(ORGANIZATIONS.OPT_OUT_WORDS, changed.optOutWords())
                .set(ORGANIZATIONS.TEXTING_FROM, changed.textingFrom())
                .set(ORGANIZATIONS.TEXTING_UNTIL, changed.textingUntil())
                .set(ORGANIZATIONS.FIRST_BATCH, changed.firstBatch())
                .set(ORGANIZATIONS.REPLY_BATCH, changed.replyBatch())
                .set(ORGANIZATIONS.UNDO_SECONDS, (int) changed.undo().toSeconds())
                .where(ORGANIZATIONS.ORGANIZATION_ID.eq(changed.organizationId()))
                .execute();
    }

    /** Makes changes to who administers an organization wait for each other. */
    void lock(OrganizationId organizationId) {
        database.select(ORGANIZATIONS.ORGANIZATION_ID)
                .from(ORGANIZATIONS)
                .where(ORGANIZATIONS.ORGANIZATION_ID.eq(organizationId))
                .forUpdate()
                .execute();
    }
}
