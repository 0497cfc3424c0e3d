package org.rung.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.maps.Cluster;
import org.rung.maps.Look;
import org.rung.people.Address;
import org.rung.people.Drafts;
import org.rung.people.SupporterForms;
import org.rung.people.SupporterId;
import org.rung.places.Box;
import org.rung.places.Point;
import org.springframework.beans.factory.annotation.Autowired;

/** People by where they live. */
@RungTest
class AreaTest {
    private static final String OAKLAND = "94612";
    private static final String FRESNO = "93721";

    @Autowired
    SupporterList list;

    @Autowired
    SupporterForms forms;

    @Autowired
    PeopleOnMap map;

    @Autowired
    DSLContext db;

    NewOrganization here;
    Actor.Member ora;
    SupporterId ana;
    SupporterId ben;
    SupporterId cam;

    @BeforeEach
    void one_here_one_there_and_one_nowhere() {
        here = NewOrganization.with(db);
        ora = here.member(Role.ORGANIZER);
        ana = lives("Ana", OAKLAND, Optional.empty());
        ben = lives("Ben", FRESNO, Optional.empty());
        cam = lives("Cam", "", Optional.empty());
    }

    @Test
    void people_are_found_by_their_postal_code_or_else_by_their_own_coordinates() {
        assertThat(in("circle 37.80,-122.27 5")).containsExactly(ana);
        assertThat(in("county 06019")).as("Fresno").containsExactly(ben);
        forms.change(ora, ben, Drafts.at("Ben", FRESNO, new Address("", Optional.of(new Point(37.81, -122.26)))));
        assertThat(in("circle 37.80,-122.27 5")).containsExactlyInAnyOrder(ana, ben);
        assertThat(in("county 06019")).isEmpty();
        forms.change(ora, ana, Drafts.at("Ana", "", Address.NONE));
        assertThat(in("circle 37.80,-122.27 5"))
                .as("whose place is known no more")
                .containsExactly(ben);
    }

    @Test
    void any_of_several_areas_is_enough_and_turned_round_they_leave_in_who_is_nowhere() {
        assertThat(in("circle 37.80,-122.27 5", "near US 93721 5")).containsExactlyInAnyOrder(ana, ben);
        assertThat(found(new FilterLine("area", "", true, Comparison.IS, List.of("county 06001"))))
                .containsExactlyInAnyOrder(ben, cam);
    }

    @Test
    void an_area_goes_together_with_other_conditions_in_groups() {
        var alameda = new FilterLine("area", "", List.of("county 06001"));
        var cams = new FilterLine("name", "first", List.of("cá"));
        var either = new SupporterFilter("", Match.ALL, List.of(new FilterGroup(Match.ANY, List.of(alameda, cams))));
        assertThat(ids(either)).containsExactlyInAnyOrder(ana, cam);
        var both = new SupporterFilter("", List.of(alameda, cams));
        assertThat(ids(both)).isEmpty();
    }

    @Test
    void a_filter_with_an_area_is_written_and_read_again() {
        var corners = new StringBuilder("polygon");
        for (int i = 0; i < 60; i++)
            corners.append(' ').append(new Point(37.8 + Math.sin(i / 9.6) / 9, -122.3 + Math.cos(i / 9.6) / 9).text());
        var filter = new SupporterFilter("", List.of(new FilterLine("area", "", List.of(corners.toString()))));
        assertThat(FilterJson.read(FilterJson.write(filter))).isEqualTo(filter);
        assertThat(ids(filter)).containsExactly(ana);
    }

    @Test
    void nonsense_is_refused_and_another_organization_is_elsewhere() {
        assertThatThrownBy(() -> in("polygon 0,0 1,1 0,1 1,0")).isInstanceOf(Problem.Invalid.class);
        var mallory = NewOrganization.with(db).member(Role.ORGANIZER);
        var anywhere = new SupporterFilter("", List.of(new FilterLine("area", "", List.of("circle 37.8,-122.27 500"))));
        assertThat(list.count(mallory, anywhere)).isZero();
        assertThat(map.in(mallory.organization(), new Look(new Box(-80, -180, 80, 180), 3)))
                .isEmpty();
    }

    @Test
    void a_map_counts_people_by_place_and_names_nobody() {
        lives("Dee", OAKLAND, Optional.empty());
        var far = map.in(here.organizationId(), new Look(new Box(24, -125, 50, -66), 4));
        assertThat(far.stream().mapToLong(Cluster::people).sum()).isEqualTo(3);
        var close = map.in(here.organizationId(), new Look(new Box(37.7, -122.4, 37.9, -122.1), 12));
        assertThat(close).singleElement().satisfies(cluster -> {
            assertThat(cluster.people()).isEqualTo(2);
            assertThat(cluster.point().milesTo(new Point(37.8044, -122.2712))).isLessThan(2);
        });
        assertThat(map.count(here.organizationId(), List.of("county 06001"))).isEqualTo(2);
        assertThat(map.count(here.organizationId(), List.of())).isZero();
        assertThat(map.whereMostAre(here.organizationId())).isPresent();
    }

    @Test
    void names_are_found_by_how_they_start() {
        assertThat(found(new FilterLine("name", "first", List.of("AN", "be")))).containsExactlyInAnyOrder(ana, ben);
        assertThat(found(new FilterLine("name", "last", List.of("%")))).isEmpty();
        assertThatThrownBy(() -> found(new FilterLine("name", "middle", List.of("x"))))
                .isInstanceOf(Problem.Invalid.class);
    }

    private SupporterId lives(String name, String postalCode, Optional<Point> point) {
        return forms.add(ora, Drafts.at(name, postalCode, new Address("", point), Phones.fresh()));
    }

    private Set<SupporterId> in(String... areas) {
        return found(new FilterLine("area", "", List.of(areas)));
    }

    private Set<SupporterId> found(FilterLine line) {
        return ids(new SupporterFilter("", List.of(line)));
    }

    private Set<SupporterId> ids(SupporterFilter filter) {
        return list.page(ora, filter, Page.Wanted.first(50)).rows().stream()
                .map(SupporterRow::supporterId)
                .collect(Collectors.toSet());
    }
}
