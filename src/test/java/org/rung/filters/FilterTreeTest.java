package org.rung.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rung.db.Tables.SUPPORTERS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.OrganizationFounded;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.people.CustomField;
import org.rung.people.CustomFields;
import org.rung.people.Drafts;
import org.rung.people.SupporterForms;
import org.rung.people.SupporterId;
import org.rung.turf.Turfs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Groups joined by "and" and "or", lines turned round; and what becomes of them when what they name is gone. */
@RungTest
class FilterTreeTest {
    private static final FilterLine HOST = line("tag", "", "host");
    private static final FilterLine BIKE = line("tag", "", "bike");
    private static final FilterLine OAKLAND = line("place", "city", "Oakland");

    @Autowired
    SupporterList list;

    @Autowired
    SupporterForms forms;

    @Autowired
    CustomFields fields;

    @Autowired
    Filters filters;

    @Autowired
    Turfs turfs;

    @Autowired
    DSLContext db;

    @Autowired
    ApplicationEventPublisher announce;

    @Autowired
    TransactionTemplate transaction;

    Actor.Member ora;
    SupporterId ana;
    SupporterId ben;
    SupporterId cam;
    SupporterId dee;
    CustomField local;

    @BeforeEach
    void four_people() {
        var here = NewOrganization.with(db);
        transaction.executeWithoutResult(
                status -> announce.publishEvent(new OrganizationFounded(here.organizationId())));
        ora = here.member(Role.ORGANIZER);
        local = fields.named(ora, "Union Local");
        ana = person("Ana", "Oakland", Set.of("host", "bike"), Map.of("union_local", "1021"));
        ben = person("Ben", "Oakland", Set.of("bike"), Map.of());
        cam = person("Cam", "Richmond", Set.of("host"), Map.of());
        dee = person("Dee", "Richmond", Set.of(), Map.of());
    }

    @Test
    void one_line_of_a_group_is_enough_where_any_may_hold() {
        assertThat(found(Match.ALL, any(HOST, BIKE))).containsExactly(ana, ben, cam);
        assertThat(found(Match.ALL, all(HOST, BIKE))).containsExactly(ana);
    }

    @Test
    void groups_go_together_by_and_or_by_or() {
        assertThat(found(Match.ALL, any(HOST, BIKE), all(OAKLAND))).containsExactly(ana, ben);
        assertThat(found(Match.ANY, all(HOST, OAKLAND), all(line("place", "city", "Richmond"), not(HOST))))
                .containsExactly(ana, dee);
        assertThat(found(Match.ANY, any(HOST, BIKE), any(OAKLAND))).containsExactly(ana, ben, cam);
    }

    @Test
    void a_line_may_be_turned_round() {
        assertThat(found(Match.ALL, all(not(HOST)))).containsExactly(ben, dee);
        assertThat(found(Match.ALL, any(not(HOST), BIKE))).containsExactly(ana, ben, dee);
        assertThat(found(Match.ALL, all(not(line("field", "union_local", "1021")), OAKLAND)))
                .containsExactly(ben);
        assertThat(found(Match.ALL, all(not(line("consent", "", "NONE"))))).isEmpty();
        assertThat(found(Match.ALL, all(not(line("rung", "COMMITMENT", "1"))))).isEmpty();
        assertThat(found(Match.ALL, all(not(line("acted", "", "SIGNED"))))).hasSize(4);
    }

    @Test
    void every_page_of_groups_is_found_once() {
        var filter = new SupporterFilter("", Match.ANY, List.of(any(HOST, BIKE), all(OAKLAND)));
        for (var order : SupporterOrder.values()) {
            var seen = new ArrayList<SupporterId>();
            var page = list.page(ora, filter, order, Page.Wanted.first(1));
            while (true) {
                page.rows().forEach(row -> seen.add(row.supporterId()));
                if (page.next().isEmpty()) break;
                page = list.page(ora, filter, order, new Page.Wanted(page.next(), 1));
            }
            assertThat(seen).as(order.name()).containsExactlyInAnyOrder(ana, ben, cam);
        }
        assertThat(list.count(ora, filter)).isEqualTo(3);
        assertThat(list.count(ora, filter.searching("an"))).isEqualTo(1);
    }

    @Test
    void what_is_gone_makes_a_filter_match_nobody_however_it_was_used() {
        // Everything that a line may name and that is not there; of each kind whose values can be gone.
        var gone = new ArrayList<>(List.of(
                line("tag", "", "no such tag"),
                line("field", "gone", "1"),
                line("saved", "", nowhere()),
                line("list", "", nowhere()),
                line("import", "", nowhere()),
                line("known_by", "", nowhere()),
                line("texted", "", nowhere()),
                line("replied", "", nowhere()),
                line("opted_out_in", "", nowhere()),
                line("clicked_in", "", nowhere()),
                line("clicked", "", nowhere()),
                line("answered", nowhere() + ":come", "yes"),
                line("rung", "COMMITMENT", "99"),
                line("slipping", "", "99"),
                line("ready", "", "99"),
                line("acted", "", "FLEW"),
                line("promised", "", "MAYBE"),
                line("consent", "", "MAYBE"),
                line("place", "planet", "Mars"),
                line("moon", "", "full"),
                line("tag", "")));
        for (var lost : gone) {
            for (var each : List.of(lost, not(lost))) {
                assertThat(filters.trouble(ora.organization(), each))
                        .as("the editor says so: " + each)
                        .isPresent();
                for (var filter : List.of(
                        new SupporterFilter("", List.of(each)),
                        new SupporterFilter("", List.of(each, HOST)),
                        new SupporterFilter("", Match.ALL, List.of(any(each, HOST))),
                        new SupporterFilter("", Match.ANY, List.of(all(HOST), all(each, BIKE))))) {
                    assertThatThrownBy(() -> list.count(ora, filter))
                            .as(filter.toString())
                            .isInstanceOf(Problem.Invalid.class);
                    var nobody = filters.matchingOrNobody(ora.organization(), filter);
                    assertThat(db.fetchCount(SUPPORTERS, nobody))
                            .as("nobody at all: " + filter)
                            .isZero();
                }
            }
        }
    }

    @Test
    void a_turf_whose_field_was_deleted_texts_nobody_instead_of_everybody() {
        var others = turfs.cut(
                ora, "Not of 1021", new SupporterFilter("", List.of(not(line("field", "union_local", "1021")))));
        var either = turfs.cut(
                ora,
                "Hosts, or not of 1021",
                new SupporterFilter("", Match.ANY, List.of(all(HOST), all(not(line("field", "union_local", "1021"))))));
        assertThat(turfs.counted(ora, others).people()).isEqualTo(3);
        assertThat(turfs.counted(ora, either).people()).isEqualTo(4);
        fields.remove(ora, local.customFieldId());
        for (var turf : List.of(others, either)) {
            assertThat(turfs.supporters(ora.organization(), turf).fetch()).isEmpty();
            assertThat(turfs.textable(ora, turf)).isZero();
            assertThatThrownBy(() -> turfs.counted(ora, turf)).isInstanceOf(Problem.Invalid.class);
        }
        fields.named(ora, "Union Local");
        assertThat(turfs.counted(ora, others).people())
                .as("once it is there again")
                .isEqualTo(4);
    }

    @Test
    void a_tag_deleted_since_makes_its_filter_match_nobody() {
        var turf = turfs.cut(ora, "Without hosts", new SupporterFilter("", List.of(not(HOST))));
        db.execute(
                "delete from tags where organization_id = ? and name = 'host'",
                ora.organization().value());
        assertThat(turfs.supporters(ora.organization(), turf).fetch()).isEmpty();
    }

    @Test
    void groups_survive_being_stored_and_old_filters_are_still_read() {
        var tree = new SupporterFilter(
                "ana",
                Match.ANY,
                List.of(
                        any(HOST, not(BIKE)),
                        all(new FilterLine("field", "age", false, Comparison.MORE, List.of("30")))));
        assertThat(FilterJson.read(FilterJson.write(tree))).isEqualTo(tree);
        var old = "{\"search\":\"a\",\"lines\":[{\"kind\":\"tag\",\"key\":\"\",\"values\":[\"host\"]}]}";
        assertThat(FilterJson.read(old)).isEqualTo(new SupporterFilter("a", List.of(HOST)));
        assertThat(FilterJson.write(new SupporterFilter("a", List.of(HOST)))).isEqualTo(old);
    }

    @Test
    void json_that_could_mean_more_people_than_it_says_is_refused() {
        for (var bad : List.of(
                "{\"groups\":[{\"lines\":[]}]}",
                "{\"groups\":[{}]}",
                "{\"groups\":[null]}",
                "{\"lines\":[null]}",
                "{\"match\":\"any\"}",
                "{\"match\":\"any\",\"lines\":[{\"kind\":\"tag\",\"values\":[\"host\"]}]}",
                "{\"match\":\"some\",\"groups\":[{\"lines\":[{\"kind\":\"tag\",\"values\":[\"host\"]}]}]}",
                "{\"groups\":[{\"lines\":[{\"kind\":\"tag\",\"values\":[\"host\"]}]}],"
                        + "\"lines\":[{\"kind\":\"tag\",\"values\":[\"bike\"]}]}",
                "{\"lines\":[{\"kind\":\"tag\",\"compare\":\"like\",\"values\":[\"host\"]}]}",
                "{\"lines\":[{\"kind\":\"tag\",\"nott\":true,\"values\":[\"host\"]}]}")) {
            assertThatThrownBy(() -> FilterJson.read(bad)).as(bad).isInstanceOf(Problem.Invalid.class);
        }
    }

    private SupporterId person(String name, String city, Set<String> tags, Map<String, String> values) {
        return forms.add(ora, Drafts.full(name, "", "", city, "", tags, values, Phones.fresh()));
    }

    private List<SupporterId> found(Match match, FilterGroup... groups) {
        return list.page(ora, new SupporterFilter("", match, List.of(groups)), Page.Wanted.first(50)).rows().stream()
                .map(SupporterRow::supporterId)
                .toList()
                .reversed();
    }

    private static String nowhere() {
        return new SupporterId(Id.next()).text();
    }

    private static FilterGroup all(FilterLine... lines) {
        return new FilterGroup(Match.ALL, List.of(lines));
    }

    private static FilterGroup any(FilterLine... lines) {
        return new FilterGroup(Match.ANY, List.of(lines));
    }

    private static FilterLine not(FilterLine line) {
        return new FilterLine(line.kind(), line.key(), true, line.compare(), line.values());
    }

    private static FilterLine line(String kind, String key, String... values) {
        return new FilterLine(kind, key, List.of(values));
    }
}
