package org.rung.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.filters.Comparison;
import org.rung.filters.FilterLine;
import org.rung.filters.SupporterFilter;
import org.rung.filters.SupporterList;
import org.springframework.beans.factory.annotation.Autowired;

@RungTest
class FieldTypesTest {
    @Autowired
    CustomFields fields;

    @Autowired
    SupporterForms forms;

    @Autowired
    Supporters supporters;

    @Autowired
    SupporterList list;

    @Autowired
    DSLContext db;

    NewOrganization here;
    Actor.Member ada;

    @BeforeEach
    void an_admin() {
        here = NewOrganization.with(db);
        ada = here.member(Role.ADMIN);
    }

    @Test
    void a_value_is_kept_in_one_way_to_write_it() {
        assertThat(FieldType.NUMBER.written(" 1,234.50 ", List.of())).contains("1234.5");
        assertThat(FieldType.NUMBER.written("-007", List.of())).contains("-7");
        assertThat(FieldType.NUMBER.written("0.000", List.of())).contains("0");
        assertThat(FieldType.NUMBER.written("1e9", List.of())).isEmpty();
        assertThat(FieldType.NUMBER.written("1.1234567", List.of())).isEmpty();
        assertThat(FieldType.DATE.written("2026-02-28", List.of())).contains("2026-02-28");
        assertThat(FieldType.DATE.written("2026-02-30", List.of())).isEmpty();
        assertThat(FieldType.DATE.written("2/28/2026", List.of())).isEmpty();
        assertThat(FieldType.YES_NO.written("Sí", List.of())).contains("yes");
        assertThat(FieldType.YES_NO.written("FALSE", List.of())).contains("no");
        assertThat(FieldType.YES_NO.written("perhaps", List.of())).isEmpty();
        assertThat(FieldType.CHOICE.written("large", List.of("Small", "Large"))).contains("Large");
        assertThat(FieldType.CHOICE.written("huge", List.of("Small", "Large"))).isEmpty();
    }

    @Test
    void a_form_and_an_import_are_refused_what_a_field_does_not_hold() {
        define("Age", FieldType.NUMBER);
        define("Size", FieldType.CHOICE, "Small", "Large");
        assertThatThrownBy(() -> person(Map.of("age", "old"))).hasMessageContaining("“Age” must be a number");
        assertThatThrownBy(() -> person(Map.of("size", "Huge"))).hasMessageContaining("Small, Large");
        assertThatThrownBy(() -> upsert(Map.of("Age", "old"))).isInstanceOf(Problem.Invalid.class);
        var reader = fields.reader(here.organizationId());
        assertThat(reader.read(Map.of("AGE", "1,200", "Block", "7")))
                .containsOnly(Map.entry("AGE", "1200"), Map.entry("Block", "7"));
        assertThatThrownBy(() -> reader.read(Map.of("Age", "old")))
                .as("a list's faults say nothing of the row itself")
                .hasMessageNotContaining("old");
        upsert(Map.of("Age", "1,200", "Size", "small"));
        assertThat(count("age", Comparison.IS, "1200")).isEqualTo(1);
        assertThat(count("size", Comparison.IS, "Small")).isEqualTo(1);
    }

    @Test
    void numbers_and_days_compare_as_what_they_are() {
        define("Age", FieldType.NUMBER);
        define("Joined", FieldType.DATE);
        person(Map.of("age", "9", "joined", "2025-12-31"));
        upsert(Map.of("Age", "30", "Joined", "2026-01-01"));
        person(Map.of("age", "100", "joined", "2026-06-15"));
        person(Map.of());
        assertThat(count("age", Comparison.MORE, "9")).isEqualTo(2);
        assertThat(count("age", Comparison.LESS, "100.5")).isEqualTo(3);
        assertThat(count("age", Comparison.IS, "30.0")).isEqualTo(1);
        assertThat(count("joined", Comparison.BEFORE, "2026-01-01")).isEqualTo(1);
        assertThat(count("joined", Comparison.AFTER, "2025-12-31")).isEqualTo(2);
        for (var wrong : List.of(
                line("age", Comparison.MORE, "old"),
                line("age", Comparison.BEFORE, "2026-01-01"),
                line("joined", Comparison.AFTER, "June"),
                line("joined", Comparison.LESS, "7"),
                line("age", Comparison.MORE, "1", "2")))
            assertThatThrownBy(() -> list.count(ada, new SupporterFilter("", List.of(wrong))))
                    .as(wrong.toString())
                    .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void a_field_changes_its_type_only_when_every_value_fits() {
        var field = fields.named(ada, "Age");
        person(Map.of("age", "30"));
        var old = person(Map.of("age", "old"));
        assertThatThrownBy(() -> change(field, FieldType.NUMBER))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("1 person has a value");
        assertThat(only().type()).isEqualTo(FieldType.TEXT);
        supporters.erase(ada, old);
        change(field, FieldType.NUMBER);
        assertThat(count("age", Comparison.MORE, "29")).isEqualTo(1);
        change(field, FieldType.TEXT);
        assertThatThrownBy(() -> count("age", Comparison.MORE, "29")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> change(field, FieldType.DATE)).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> fields.define(ada, new FieldDraft("AGE", FieldType.TEXT, List.of())))
                .isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> new FieldDraft("Size", FieldType.CHOICE, List.of(" ")))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void only_admins_define_them_and_only_their_own() {
        var field = define("Age", FieldType.NUMBER);
        var ora = here.member(Role.ORGANIZER);
        var draft = new FieldDraft("Years", FieldType.NUMBER, List.of());
        assertThatThrownBy(() -> fields.define(ora, draft)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> fields.change(ora, field.customFieldId(), draft))
                .isInstanceOf(Problem.Refused.class);
        var mallory = NewOrganization.with(db).member(Role.ADMIN);
        assertThatThrownBy(() -> fields.change(mallory, field.customFieldId(), draft))
                .isInstanceOf(Problem.Missing.class);
        fields.change(ada, field.customFieldId(), draft);
        assertThat(only().label()).isEqualTo("Years");
        assertThat(only().key()).as("filters and texts name it by this").isEqualTo("age");
    }

    private CustomField define(String label, FieldType type, String... choices) {
        return fields.define(ada, new FieldDraft(label, type, List.of(choices)));
    }

    private void change(CustomField field, FieldType type) {
        fields.change(ada, field.customFieldId(), new FieldDraft(field.label(), type, List.of()));
    }

    private CustomField only() {
        return fields.all(here.organizationId()).getFirst();
    }

    private SupporterId person(Map<String, String> values) {
        return forms.add(ada, Drafts.full("Ana", "", "", "", "", Set.of(), values, Phones.fresh()));
    }

    private void upsert(Map<String, String> values) {
        supporters.upsert(
                ada, List.of(Drafts.full("Ben", "", "", "", "", Set.of(), values, Phones.fresh())), Optional.empty());
    }

    private long count(String key, Comparison compare, String... values) {
        return list.count(ada, new SupporterFilter("", List.of(line(key, compare, values))));
    }

    private static FilterLine line(String key, Comparison compare, String... values) {
        return new FilterLine("field", key, false, compare, List.of(values));
    }
}
