package org.rung.people;

import static org.rung.db.Tables.CUSTOM_FIELDS;
import static org.rung.db.Tables.SUPPORTER_FIELDS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

@Repository
class FieldStore {
    private final DSLContext db;

    FieldStore(DSLContext db) {
        this.db = db;
    }

    List<CustomField> all(OrganizationId organization) {
        return db.select(CUSTOM_FIELDS.CUSTOM_FIELD_ID, CUSTOM_FIELDS.FIELD_KEY, CUSTOM_FIELDS.LABEL)
                .from(CUSTOM_FIELDS)
                .where(CUSTOM_FIELDS.ORGANIZATION_ID.eq(organization))
                .orderBy(CUSTOM_FIELDS.LABEL)
                .fetch(Records.mapping(CustomField::new));
    }

    /** Makes it unless its key is taken. */
    void make(OrganizationId organization, String key, String label, Instant now) {
        db.insertInto(
                        CUSTOM_FIELDS,
                        CUSTOM_FIELDS.CUSTOM_FIELD_ID,
                        CUSTOM_FIELDS.ORGANIZATION_ID,
                        CUSTOM_FIELDS.FIELD_KEY,
                        CUSTOM_FIELDS.LABEL,
                        CUSTOM_FIELDS.CREATED_AT)
                .values(new CustomFieldId(Id.next()), organization, key, label, now)
                // Two imports may bring the same new column at once.
                .onDuplicateKeyIgnore()
                .execute();
    }

    boolean remove(OrganizationId organization, CustomFieldId field) {
        return db.deleteFrom(CUSTOM_FIELDS)
                        .where(CUSTOM_FIELDS.ORGANIZATION_ID.eq(organization), CUSTOM_FIELDS.CUSTOM_FIELD_ID.eq(field))
                        .execute()
                == 1;
    }

    Map<SupporterId, Map<String, String>> of(OrganizationId organization, Collection<SupporterId> supporters) {
        return db
                .select(SUPPORTER_FIELDS.SUPPORTER_ID, CUSTOM_FIELDS.FIELD_KEY, SUPPORTER_FIELDS.VALUE)
                .from(SUPPORTER_FIELDS)
                .join(CUSTOM_FIELDS)
                .on(CUSTOM_FIELDS.CUSTOM_FIELD_ID.eq(SUPPORTER_FIELDS.CUSTOM_FIELD_ID))
                .where(SUPPORTER_FIELDS.ORGANIZATION_ID.eq(organization), SUPPORTER_FIELDS.SUPPORTER_ID.in(supporters))
                .fetchGroups(SUPPORTER_FIELDS.SUPPORTER_ID)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        rows -> rows.getValue().intoMap(CUSTOM_FIELDS.FIELD_KEY, SUPPORTER_FIELDS.VALUE)));
    }

    /** These values and no others; keys that are no fields of the organization are left out by the caller. */
    void replace(OrganizationId organization, SupporterId supporter, Map<CustomFieldId, String> values) {
        db.deleteFrom(SUPPORTER_FIELDS)
                .where(SUPPORTER_FIELDS.ORGANIZATION_ID.eq(organization), SUPPORTER_FIELDS.SUPPORTER_ID.eq(supporter))
                .execute();
        var insert = db.insertInto(
                SUPPORTER_FIELDS,
                SUPPORTER_FIELDS.SUPPORTER_ID,
                SUPPORTER_FIELDS.CUSTOM_FIELD_ID,
                SUPPORTER_FIELDS.ORGANIZATION_ID,
                SUPPORTER_FIELDS.VALUE);
        for (var value : values.entrySet())
            insert = insert.values(supporter, value.getKey(), organization, value.getValue());
        if (!values.isEmpty()) insert.execute();
    }
}
