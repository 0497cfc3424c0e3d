package org.rung.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.people.CustomField;
import org.rung.people.CustomFields;
import org.rung.people.Drafts;
import org.rung.people.RelationshipKind;
import org.rung.people.Relationships;
import org.rung.people.SupporterForms;
import org.rung.people.SupporterId;
import org.rung.people.Visibility;
import org.springframework.beans.factory.annotation.Autowired;

@RungTest
class FiltersTest {
    @Autowired
    SupporterList list;

    @Autowired
    SupporterForms forms;

    @Autowired
    CustomFields fields;

    @Autowired
    Relationships relationships;

    @Autowired
    Filters filters;

    @Autowired
    Consents consents;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    NewOrganization here;
    Actor.Member ora;
    SupporterId ana;
    SupporterId ben;
    SupporterId cam;
    CustomField local;

    @BeforeEach
    void three_people() {
        here = NewOrganization.with(db);
        ora = here.member(Role.ORGANIZER);
        local = fields.named(ora, "Union Local");
        var anasPhone = Phones.fresh();
        var bensPhone = Phones.fresh();
        ana = forms.add(
                ora,
                Drafts.full(
                        "Ana",
                        "Ruiz",
                        "",
                        "Oakland",
                        "94601",
                        Set.of("host", "bike"),
                        Map.of("union_local", "1021"),
                        anasPhone));
        ben = forms.add(
                ora,
                Drafts.full(
                        "Ben", "Ode", "", "Oakland", "94612", Set.of("bike"), Map.of("union_local", "Ñ"), bensPhone));
        cam = forms.add(ora, Drafts.full("Cam", "Lee", "", "Richmond", "94801", Set.of(), Map.of(), Phones.fresh()));
        consents.record(here.system(), anasPhone, ConsentKind.OPTED_IN, ConsentSource.REPLY, "JOIN", clock.instant());
        consents.record(here.system(), bensPhone, ConsentKind.OPTED_OUT, ConsentSource.REPLY, "STOP", clock.instant());
        relationships.know(ora, cam, RelationshipKind.NEIGHBOUR, 2, Visibility.SHARED);
        relationships.know(ora, ben, RelationshipKind.FAMILY, 2, Visibility.MINE);
    }

    @Test
    void a_condition_on_amounts_is_offered_to_nobody_who_may_not_see_them() {
        assertThat(filters.offered(ora))
                .extracting(Criterion::kind)
                .contains("tag", "saved")
                .doesNotContain("gave");
        assertThat(filters.offered(here.member(Role.COORDINATOR)))
                .extracting(Criterion::kind)
                .contains("tag", "gave");
    }

    @Test
    void each_kind_finds_its_people() {
        assertThat(found(line("tag", "", "HOST"))).containsExactly(ana);
        assertThat(found(line("place", "city", "oakland"))).containsExactly(ana, ben);
        assertThat(found(line("place", "postal_code", "946"))).containsExactly(ana, ben);
        assertThat(found(line("field", "union_local", "1021"))).containsExactly(ana);
        assertThat(found(line("field", "union_local", "n"))).containsExactly(ben);
        assertThat(found(line("consent", "", "OPTED_IN"))).containsExactly(ana);
        assertThat(found(line("consent", "", "NONE"))).containsExactly(cam);
        assertThat(found(line("consent", "", "NONE", "OPTED_OUT"))).containsExactly(ben, cam);
        assertThat(found(line("known_by", "", ora.memberId().text())))
                .as("what is kept to oneself matches nobody")
                .containsExactly(cam);
        assertThat(found(line("source", "", "test"))).containsExactly(ana, ben, cam);
        assertThat(found(line("language", "", "es"))).isEmpty();
        var batch = new SupporterId(Id.next());
        db.execute(
                "insert into supporter_batches values (?, ?, ?)",
                here.organizationId().value(),
                batch.value(),
                cam.value());
        assertThat(found(line("import", "", batch.text()))).containsExactly(cam);
    }

    @Test
    void every_line_must_hold_and_any_value_may() {
        assertThat(found(line("tag", "", "host", "bike"))).containsExactly(ana, ben);
        assertThat(found(line("tag", "", "bike"), line("consent", "", "OPTED_IN")))
                .containsExactly(ana);
        assertThat(found(line("tag", "", "bike"), line("place", "city", "Richmond")))
                .isEmpty();
        assertThat(list.count(ora, new SupporterFilter("a", List.of(line("tag", "", "bike")))))
                .isEqualTo(1);
    }

    @Test
    void a_filter_that_cannot_be_understood_never_means_everyone() {
        for (var bad : List.of(
                line("moon", "", "full"),
                line("tag", ""),
                line("tag", "", "no such tag"),
                line("field", "gone", "1"),
                line("place", "planet", "Mars"),
                line("consent", "", "MAYBE"),
                line("import", "", "not an id"))) {
            assertThatThrownBy(() -> list.count(ora, new SupporterFilter("", List.of(bad))))
                    .as(bad.toString())
                    .isInstanceOf(Problem.Invalid.class);
        }
        fields.remove(ora, local.customFieldId());
        assertThatThrownBy(() -> found(line("field", "union_local", "1021"))).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void another_organizations_words_find_nobody_here() {
        var there = NewOrganization.with(db).member(Role.ADMIN);
        assertThatThrownBy(() -> list.count(there, new SupporterFilter("", List.of(line("tag", "", "host")))))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(list.count(there, new SupporterFilter("", List.of(line("place", "city", "Oakland")))))
                .isZero();
        assertThat(list.count(there, new SupporterFilter("", List.of(line("consent", "", "NONE", "OPTED_IN")))))
                .isZero();
        for (var criterion : filters.all()) {
            if (Set.of("tag", "place", "field", "import", "source", "language", "list")
                    .contains(criterion.kind()))
                assertThat(criterion.choices(there.organization()))
                        .as(criterion.kind())
                        .isEmpty();
        }
        assertThat(filters.criterion("known_by").orElseThrow().choices(there.organization()))
                .extracting(Criterion.Choice::value)
                .containsOnly("ANYONE");
    }

    @Test
    void choices_are_what_is_there() {
        assertThat(choices("tag")).containsExactly("bike", "host");
        assertThat(choices("place")).containsExactly("Oakland", "Richmond");
        assertThat(choices("field")).containsExactlyInAnyOrder("1021", "Ñ");
        assertThat(choices("known_by")).containsOnly("ANYONE", ora.memberId().text());
        assertThat(choices("language")).containsExactly("en");
    }

    @Test
    void a_filter_survives_being_stored() {
        var filter =
                new SupporterFilter("ana", List.of(line("place", "city", "Oakland", "Sãó"), line("tag", "", "host")));
        assertThat(FilterJson.read(FilterJson.write(filter))).isEqualTo(filter);
        assertThat(FilterJson.read("{\"lines\":[{\"kind\":\"tag\",\"values\":[\"host\"]}]}")
                        .lines())
                .containsExactly(line("tag", "", "host"));
        for (var bad : List.of("", "[]", "{\"line\":[]}", "{\"lines\":[{\"kind\":\"\"}]}", "{\"lines\":7}", "null")) {
            assertThatThrownBy(() -> FilterJson.read(bad)).as(bad).isInstanceOf(Problem.Invalid.class);
        }
    }

    private List<String> choices(String kind) {
        return filters.criterion(kind).orElseThrow().choices(here.organizationId()).stream()
                .map(Criterion.Choice::value)
                .toList();
    }

    private List<SupporterId> found(FilterLine... lines) {
        return list.page(ora, new SupporterFilter("", Arrays.asList(lines)), Page.Wanted.first(50)).rows().stream()
                .map(SupporterRow::supporterId)
                .toList()
                .reversed();
    }

    private static FilterLine line(String kind, String key, String... values) {
        return new FilterLine(kind, key, List.of(values));
    }
}
