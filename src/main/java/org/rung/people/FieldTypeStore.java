package org.rung.people;

import static org.rung.db.Tables.SUPPORTER_FIELDS;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The values that a field has already, when it becomes another type. */
@Repository
class FieldTypeStore {
    private final DSLContext db;

    FieldTypeStore(DSLContext db) {
        this.db = db;
    }

    /** How many people have a value that is none of this type. */
    long misfits(CustomFieldId field, FieldType type, List<String> choices) {
        return db.selectCount()
                .from(SUPPORTER_FIELDS)
                .where(SUPPORTER_FIELDS.CUSTOM_FIELD_ID.eq(field))
                .and(misfit(type, choices))
                .fetchSingle()
                .value1();
    }

    private static Condition misfit(FieldType type, List<String> choices) {
        var value = SUPPORTER_FIELDS.VALUE;
        return switch (type) {
            case TEXT -> DSL.falseCondition();
            case NUMBER -> DSL.condition("{0} not regexp '^-?[0-9]{1,18}([.][0-9]{1,6})?$'", value);
            case DATE ->
                DSL.condition(
                        "({0} not regexp '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' or str_to_date({0}, '%Y-%m-%d') is null)",
                        value);
            case YES_NO -> value.notIn(FieldType.YES_WORDS).and(value.notIn(FieldType.NO_WORDS));
            case CHOICE -> value.notIn(choices);
        };
    }

    /** Writes the values as this type keeps them. */
    void rewrite(CustomFieldId field, FieldType type) {
        var here = SUPPORTER_FIELDS.CUSTOM_FIELD_ID.eq(field);
        if (type == FieldType.YES_NO) {
            say(field, FieldType.YES);
            say(field, FieldType.NO);
        }
        if (type == FieldType.NUMBER)
            db.update(SUPPORTER_FIELDS)
                    .set(
                            SUPPORTER_FIELDS.NUMBER,
                            DSL.field(
                                    "cast({0} as decimal(24,6))",
                                    SUPPORTER_FIELDS.NUMBER.getDataType(), SUPPORTER_FIELDS.VALUE))
                    .where(here)
                    .execute();
        else
            db.update(SUPPORTER_FIELDS)
                    .setNull(SUPPORTER_FIELDS.NUMBER)
                    .where(here, SUPPORTER_FIELDS.NUMBER.isNotNull())
                    .execute();
    }

    private void say(CustomFieldId field, String word) {
        db.update(SUPPORTER_FIELDS)
                .set(SUPPORTER_FIELDS.VALUE, word)
                .where(
                        SUPPORTER_FIELDS.CUSTOM_FIELD_ID.eq(field),
                        SUPPORTER_FIELDS.VALUE.in(
                                word.equals(FieldType.YES) ? FieldType.YES_WORDS : FieldType.NO_WORDS))
                .execute();
    }
}
