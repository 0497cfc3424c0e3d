package org.rung.people;

import static org.rung.db.Tables.CUSTOM_FIELDS;
import static org.rung.db.Tables.SUPPORTER_FIELDS;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.database.Batch;
import org.rung.database.BulkInsert;
import org.springframework.stereotype.Repository;

/** Custom fields of many people at once: made where unknown, filled and overwritten. */
@Repository
class FieldUpsertStore {
    private final DSLContext database;

    FieldUpsertStore(DSLContext database) {
        this.database = database;
    }

    record Filled(SupporterId supporterId, CustomFieldId customFieldId) {}

    /** The custom fields of these keys, made where unknown with the label that came with them. */
    Map<FieldKey, CustomFieldId> named(OrganizationId organizationId, Map<FieldKey, String> labels, Instant now) {
        var known = known(organizationId, labels.keySet());
        var unknown =
                labels.keySet().stream().filter(key -> !known.containsKey(key)).toList();
        if (unknown.isEmpty()) return known;
        Batch.run(
                database,
                // Another writer may be first: one field stays.
                "insert ignore into custom_fields (custom_field_id, organization_id, field_key, label, created_at)"
                        + " values (?, ?, ?, ?, ?)",
                unknown,
                (statement, key) -> {
                    statement.setLong(1, Id.next());
                    statement.setLong(2, organizationId.value());
                    statement.setString(3, key.text());
                    statement.setString(4, labels.getOrDefault(key, key.text()));
                    statement.setObject(5, Batch.utc(now));
                });
        return known(organizationId, labels.keySet());
    }

    Map<FieldKey, CustomFieldId> known(OrganizationId organizationId, Set<FieldKey> keys) {
        return database.select(CUSTOM_FIELDS.FIELD_KEY, CUSTOM_FIELDS.CUSTOM_FIELD_ID)
                .from(CUSTOM_FIELDS)
                .where(CUSTOM_FIELDS.ORGANIZATION_ID.eq(organizationId))
                .and(CUSTOM_FIELDS.FIELD_KEY.in(
                        keys.stream().map(FieldKey::text).toList()))
                .fetchMap(row -> new FieldKey(row.value1()), row -> row.value2());
    }

    Map<Filled, String> of(
            OrganizationId organizationId, Collection<SupporterId> supporters, Collection<CustomFieldId> fields) {
        if (supporters.isEmpty()) return new HashMap<>();
        return new HashMap<>(
                database.select(SUPPORTER_FIELDS.SUPPORTER_ID, SUPPORTER_FIELDS.CUSTOM_FIELD_ID, SUPPORTER_FIELDS.VALUE)
                        .from(SUPPORTER_FIELDS)
                        .where(SUPPORTER_FIELDS.ORGANIZATION_ID.eq(organizationId))
                        .and(SUPPORTER_FIELDS.SUPPORTER_ID.in(supporters))
                        .and(SUPPORTER_FIELDS.CUSTOM_FIELD_ID.in(fields))
                        .fetchMap(row -> new Filled(row.value1(), row.value2()), row -> row.value3()));
    }

    /** @param fields those of the organization, which know what counts as a number */
    void put(OrganizationId organizationId, Map<Filled, String> values, Map<CustomFieldId, CustomField> fields) {
        database.connection(connection -> BulkInsert.send(
                connection,
                "insert into supporter_fields (supporter_id, custom_field_id, organization_id, value, number) values ",
                values.entrySet(),
                (row, filled) -> row.number(filled.getKey().supporterId().value())
                        .number(filled.getKey().customFieldId().value())
                        .number(organizationId.value())
                        .words(filled.getValue())
                        .words(number(fields.get(filled.getKey().customFieldId()), filled.getValue())),
                " on duplicate key update value = values(value), number = values(number)"));
    }

    private static @Nullable String number(@Nullable CustomField field, String value) {
        return field == null
                ? null
                : field.number(value).map(BigDecimal::toPlainString).orElse(null);
    }
}
