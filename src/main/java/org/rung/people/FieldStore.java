package org.rung.people;

import static org.rung.db.Tables.CUSTOM_FIELDS;
import static org.rung.db.Tables.SUPPORTER_FIELDS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class FieldStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext db;

    FieldStore(DSLContext db) {
        this.db = db;
    }

    List<CustomField> all(OrganizationId organization) {
        return db.select(
                        CUSTOM_FIELDS.CUSTOM_FIELD_ID,
                        CUSTOM_FIELDS.FIELD_KEY,
                        CUSTOM_FIELDS.LABEL,
                        CUSTOM_FIELDS.TYPE,
                        CUSTOM_FIELDS.CHOICES)
                .from(CUSTOM_FIELDS)
                .where(CUSTOM_FIELDS.ORGANIZATION_ID.eq(organization))
                .orderBy(CUSTOM_FIELDS.LABEL)
                .fetch(row ->
                        new CustomField(row.value1(), row.value2(), row.value3(), row.value4(), choices(row.value5())));
    }

    private static List<String> choices(@Nullable String json) {
        return json == null ? List.of() : JSON.readValue(json, new TypeReference<List<String>>() {});
    }

    private static @Nullable String choices(FieldDraft draft) {
        return draft.choices().isEmpty() ? null : JSON.writeValueAsString(draft.choices());
    }

    /** False when the key is taken. */
    boolean define(OrganizationId organization, CustomFieldId id, String key, FieldDraft draft, Instant now) {
        return db.insertInto(CUSTOM_FIELDS)
                        .set(CUSTOM_FIELDS.CUSTOM_FIELD_ID, id)
                        .set(CUSTOM_FIELDS.ORGANIZATION_ID, organization)
                        .set(CUSTOM_FIELDS.FIELD_KEY, key)
                        .set(CUSTOM_FIELDS.LABEL, draft.label())
                        .set(CUSTOM_FIELDS.TYPE, draft.type())
                        .set(CUSTOM_FIELDS.CHOICES, choices(draft))
                        .set(CUSTOM_FIELDS.CREATED_AT, now)
                        // An import may bring the same new column at once.
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    /** False when it is not there. */
    boolean change(OrganizationId organization, CustomFieldId id, FieldDraft draft) {
        var here = CUSTOM_FIELDS.ORGANIZATION_ID.eq(organization).and(CUSTOM_FIELDS.CUSTOM_FIELD_ID.eq(id));
        db.update(CUSTOM_FIELDS)
                .set(CUSTOM_FIELDS.LABEL, draft.label())
                .set(CUSTOM_FIELDS.TYPE, draft.type())
                .set(CUSTOM_FIELDS.CHOICES, choices(draft))
                .where(here)
                .execute();
        // Saved unchanged, it counts as no row for the server.
        return db.fetchExists(CUSTOM_FIELDS, here);
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
    void replace(OrganizationId organization, SupporterId supporter, Map<CustomField, String> values) {
        db.deleteFrom(SUPPORTER_FIELDS)
                .where(SUPPORTER_FIELDS.ORGANIZATION_ID.eq(organization), SUPPORTER_FIELDS.SUPPORTER_ID.eq(supporter))
                .execute();
        var insert = db.insertInto(
                SUPPORTER_FIELDS,
                SUPPORTER_FIELDS.SUPPORTER_ID,
                SUPPORTER_FIELDS.CUSTOM_FIELD_ID,
                SUPPORTER_FIELDS.ORGANIZATION_ID,
                SUPPORTER_FIELDS.VALUE,
                SUPPORTER_FIELDS.NUMBER);
        for (var value : values.entrySet()) {
            var field = value.getKey();
            insert = insert.values(
                    supporter,
                    field.customFieldId(),
                    organization,
                    value.getValue(),
                    field.number(value.getValue()).orElse(null));
        }
        if (!values.isEmpty()) insert.execute();
    }
}
