package org.rung.people;

import static org.rung.db.Tables.SUPPORTER_FIELDS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The values of custom fields. */
@Repository
class FieldBelongingsStore implements Belongings {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String VALUE = "field";

    private final DSLContext db;
    private final FieldStore fields;

    FieldBelongingsStore(DSLContext db, FieldStore fields) {
        this.db = db;
        this.fields = fields;
    }

    /** What a field said of each; absent where it said nothing. */
    record Values(
            @Nullable String gone,
            @Nullable String before,
            @Nullable String after) {}

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Set<String> tables() {
        return Set.of("supporter_fields");
    }

    @Override
    public List<HandedOver> handOver(Pair pair, Union union, Instant now) {
        var here = pair.organizationId();
        var gone = values(here, pair.gone());
        var before = values(here, pair.kept());
        var keys = fields.all(here).stream().collect(Collectors.toMap(CustomField::key, CustomField::customFieldId));
        Map<CustomFieldId, String> after = new HashMap<>();
        union.person().fields().forEach((key, value) -> {
            var field = keys.get(key);
            if (field != null && !value.isEmpty()) after.put(field, value);
        });
        replace(here, pair.kept(), after);
        var all = new HashSet<>(gone.keySet());
        all.addAll(before.keySet());
        all.addAll(after.keySet());
        List<HandedOver> parts = new ArrayList<>();
        for (var field : all) {
            var said = new Values(gone.get(field), before.get(field), after.get(field));
            parts.add(new HandedOver(VALUE, field.value(), JSON.writeValueAsString(said)));
        }
        return parts;
    }

    @Override
    public void giveBack(Pair pair, Estate estate, Instant now) {
        var here = pair.organizationId();
        var there = fields.all(here).stream().map(CustomField::customFieldId).collect(Collectors.toSet());
        Map<CustomFieldId, String> gone = new HashMap<>();
        var kept = values(here, pair.kept());
        for (var part : estate.of(VALUE)) {
            var field = new CustomFieldId(part.rowId());
            // A field may have been done away with meanwhile.
            if (!there.contains(field)) continue;
            var said = JSON.readValue(part.detail(), Values.class);
            if (said.gone() != null) gone.put(field, said.gone());
            if (Objects.equals(kept.get(field), said.after())) {
                if (said.before() == null) kept.remove(field);
                else kept.put(field, said.before());
            }
        }
        replace(here, pair.gone(), gone);
        replace(here, pair.kept(), kept);
    }

    /** Without what its field does not take any more. */
    private void replace(OrganizationId here, SupporterId supporter, Map<CustomFieldId, String> values) {
        Map<CustomField, String> all = new HashMap<>();
        fields.all(here)
                .forEach(field -> Optional.ofNullable(values.get(field.customFieldId()))
                        .flatMap(value -> field.type().written(value, field.choices()))
                        .ifPresent(value -> all.put(field, value)));
        fields.replace(here, supporter, all);
    }

    private Map<CustomFieldId, String> values(OrganizationId organization, SupporterId supporter) {
        return db.select(SUPPORTER_FIELDS.CUSTOM_FIELD_ID, SUPPORTER_FIELDS.VALUE)
                .from(SUPPORTER_FIELDS)
                .where(SUPPORTER_FIELDS.ORGANIZATION_ID.eq(organization))
                .and(SUPPORTER_FIELDS.SUPPORTER_ID.eq(supporter))
                .fetchMap(SUPPORTER_FIELDS.CUSTOM_FIELD_ID, SUPPORTER_FIELDS.VALUE);
    }
}
