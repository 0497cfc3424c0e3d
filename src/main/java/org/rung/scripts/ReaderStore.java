package org.rung.scripts;

import static org.rung.db.Tables.CUSTOM_FIELDS;
import static org.rung.db.Tables.SUPPORTERS;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Reads of the people below: who would read a script, and what is known of them. */
@Repository
class ReaderStore {
    private final DSLContext db;

    ReaderStore(DSLContext db) {
        this.db = db;
    }

    /** Custom fields of people, by key, with their labels. */
    Map<String, String> customFields(OrganizationId organizationId) {
        var fields = new LinkedHashMap<String, String>();
        db.select(CUSTOM_FIELDS.FIELD_KEY, CUSTOM_FIELDS.LABEL)
                .from(CUSTOM_FIELDS)
                .where(CUSTOM_FIELDS.ORGANIZATION_ID.eq(organizationId))
                .orderBy(CUSTOM_FIELDS.LABEL)
                .limit(500)
                .forEach(row -> fields.put(row.value1(), row.value2()));
        return fields;
    }

    /** Some of everyone, from after that one on. */
    List<SupporterId> some(OrganizationId organizationId, Optional<SupporterId> after, int most) {
        return db.select(SUPPORTERS.SUPPORTER_ID)
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organizationId))
                .and(after.<Condition>map(SUPPORTERS.SUPPORTER_ID::gt).orElse(DSL.noCondition()))
                .orderBy(SUPPORTERS.SUPPORTER_ID)
                .limit(most)
                .fetch(SUPPORTERS.SUPPORTER_ID);
    }
}
