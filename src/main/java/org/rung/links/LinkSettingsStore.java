package org.rung.links;

import static org.rung.db.Tables.LINK_SETTINGS;

import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

@Repository
class LinkSettingsStore {
    private final DSLContext db;

    LinkSettingsStore(DSLContext db) {
        this.db = db;
    }

    LinkSettings of(OrganizationId organizationId) {
        return db.select(LINK_SETTINGS.HOST, LINK_SETTINGS.TRACKING, LINK_SETTINGS.IN_FIRST_TEXTS)
                .from(LINK_SETTINGS)
                .where(LINK_SETTINGS.ORGANIZATION_ID.eq(organizationId))
                .fetchOptional(LinkSettingsStore::settings)
                .orElse(LinkSettings.USUAL);
    }

    /** False when another organization has the host. */
    boolean save(OrganizationId organizationId, LinkSettings settings) {
        try {
            if (update(organizationId, settings) == 0) insert(organizationId, settings);
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    private int update(OrganizationId organizationId, LinkSettings settings) {
        // Locked first: an update that changes nothing says that it touched no row.
        if (db.select(DSL.one())
                .from(LINK_SETTINGS)
                .where(LINK_SETTINGS.ORGANIZATION_ID.eq(organizationId))
                .forUpdate()
                .fetch()
                .isEmpty()) return 0;
        db.update(LINK_SETTINGS)
                .set(LINK_SETTINGS.HOST, settings.host().orElse(null))
                .set(LINK_SETTINGS.TRACKING, settings.tracking())
                .set(LINK_SETTINGS.IN_FIRST_TEXTS, settings.inFirstTexts())
                .where(LINK_SETTINGS.ORGANIZATION_ID.eq(organizationId))
                .execute();
        return 1;
    }

    private void insert(OrganizationId organizationId, LinkSettings settings) {
        db.insertInto(LINK_SETTINGS)
                .set(LINK_SETTINGS.ORGANIZATION_ID, organizationId)
                .set(LINK_SETTINGS.HOST, settings.host().orElse(null))
                .set(LINK_SETTINGS.TRACKING, settings.tracking())
                .set(LINK_SETTINGS.IN_FIRST_TEXTS, settings.inFirstTexts())
                .execute();
    }

    /** Of a row that an outer join may have left empty. */
    static LinkSettings settings(Record row) {
        return row.get(LINK_SETTINGS.TRACKING) == null
                ? LinkSettings.USUAL
                : new LinkSettings(
                        Optional.ofNullable(row.get(LINK_SETTINGS.HOST)),
                        row.get(LINK_SETTINGS.TRACKING),
                        row.get(LINK_SETTINGS.IN_FIRST_TEXTS));
    }
}
