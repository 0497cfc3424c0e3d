package org.rung.filters;

import static org.rung.db.Tables.CUSTOM_FIELDS;
import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.SUPPORTER_FIELDS;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.people.CustomField;
import org.rung.people.CustomFields;
import org.rung.people.FieldType;
import org.springframework.stereotype.Repository;

/** Has one of these values in a custom field, or one less or more; case and accents of words do not matter. */
@Repository
class FieldCriterionStore implements Criterion {
    private static final int MOST = 200;

    private final DSLContext db;
    private final CustomFields fields;

    FieldCriterionStore(DSLContext db, CustomFields fields) {
        this.db = db;
        this.fields = fields;
    }

    @Override
    public String kind() {
        return "field";
    }

    @Override
    public List<Comparison> comparisons(OrganizationId organizationId, String key) {
        return switch (field(organizationId, key).map(CustomField::type).orElse(FieldType.TEXT)) {
            case NUMBER -> List.of(Comparison.IS, Comparison.LESS, Comparison.MORE);
            case DATE -> List.of(Comparison.IS, Comparison.BEFORE, Comparison.AFTER);
            case TEXT, YES_NO, CHOICE -> List.of(Comparison.IS);
        };
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        var field = field(organizationId, line.key())
                .orElseThrow(() -> new Problem.Invalid("filter", "problem.filter-field", line.key()));
        return SUPPORTERS.SUPPORTER_ID.in(db.select(SUPPORTER_FIELDS.SUPPORTER_ID)
                .from(SUPPORTER_FIELDS)
                .where(SUPPORTER_FIELDS.CUSTOM_FIELD_ID.eq(field.customFieldId()))
                .and(holds(field, line)));
    }

    private static Condition holds(CustomField field, FilterLine line) {
        var values = line.values().stream().map(value -> read(field, value)).toList();
        if (line.compare() != Comparison.IS && values.size() != 1)
            throw new Problem.Invalid("filter", "problem.filter-one", line.key());
        return switch (line.compare()) {
            case IS -> SUPPORTER_FIELDS.VALUE.in(values);
            case LESS -> SUPPORTER_FIELDS.NUMBER.lt(new BigDecimal(values.getFirst()));
            case MORE -> SUPPORTER_FIELDS.NUMBER.gt(new BigDecimal(values.getFirst()));
            // Days are written so that their letters sort as they do.
            case BEFORE -> SUPPORTER_FIELDS.VALUE.lt(values.getFirst());
            case AFTER -> SUPPORTER_FIELDS.VALUE.gt(values.getFirst());
            case WITHIN, DURING ->
                throw new Problem.Invalid(
                        "filter",
                        "problem.filter-compare",
                        line.kind(),
                        line.compare().name().toLowerCase(Locale.ROOT));
        };
    }

    /** A choice that the field no longer offers may still be some people's. */
    private static String read(CustomField field, String value) {
        return switch (field.type()) {
            case TEXT, CHOICE -> value;
            case NUMBER -> known(field, value, "problem.filter-number");
            case DATE -> known(field, value, "problem.filter-date");
            case YES_NO -> field.written(value);
        };
    }

    private static String known(CustomField field, String value, String key) {
        return field.type()
                .written(value, field.choices())
                .orElseThrow(() -> new Problem.Invalid("filter", key, value));
    }

    private Optional<CustomField> field(OrganizationId organizationId, String key) {
        return fields.all(organizationId).stream()
                .filter(each -> each.key().equals(key))
                .findFirst();
    }

    /** What a field offers by itself; of words what is common among the newest people; each field at least once. */
    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        var choices = new ArrayList<>(common(organizationId));
        var met = choices.stream().map(Choice::key).collect(Collectors.toSet());
        for (var field : fields.all(organizationId)) {
            switch (field.type()) {
                case YES_NO -> {
                    choices.add(new Choice(field.key(), FieldType.YES, FieldType.YES));
                    choices.add(new Choice(field.key(), FieldType.NO, FieldType.NO));
                }
                case CHOICE -> field.choices().forEach(each -> choices.add(new Choice(field.key(), each, each)));
                case TEXT, NUMBER, DATE -> {
                    if (met.add(field.key())) choices.add(new Choice(field.key(), "", ""));
                }
            }
        }
        return choices;
    }

    private List<Choice> common(OrganizationId organizationId) {
        var value = DSL.field("v", String.class);
        var newest = db.select(SUPPORTERS.SUPPORTER_ID)
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organizationId))
                .orderBy(SUPPORTERS.SUPPORTER_ID.desc())
                .limit(NEWEST)
                .asTable("newest");
        var each = db.select(CUSTOM_FIELDS.FIELD_KEY, SUPPORTER_FIELDS.VALUE.as(value))
                .from(newest)
                .join(SUPPORTER_FIELDS)
                .on(SUPPORTER_FIELDS.SUPPORTER_ID.eq(newest.field(SUPPORTERS.SUPPORTER_ID)))
                .join(CUSTOM_FIELDS)
                .on(CUSTOM_FIELDS.CUSTOM_FIELD_ID.eq(SUPPORTER_FIELDS.CUSTOM_FIELD_ID))
                .where(CUSTOM_FIELDS.ORGANIZATION_ID.eq(organizationId))
                .and(CUSTOM_FIELDS.TYPE.in(FieldType.TEXT, FieldType.NUMBER, FieldType.DATE))
                .groupBy(CUSTOM_FIELDS.FIELD_KEY, SUPPORTER_FIELDS.VALUE)
                .orderBy(CUSTOM_FIELDS.FIELD_KEY, DSL.count().desc())
                .limit(MOST);
        return each.fetch(row -> new Choice(row.value1(), row.value2(), row.value2()));
    }
}
