package org.rung.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rung.common.Problem;

class AreasTest {
    private static final Point OAKLAND = new Point(37.8044, -122.2712);
    private static final Point FRESNO = new Point(36.7378, -119.7871);

    @Test
    void a_spot_says_where_it_is() {
        for (var point : List.of(OAKLAND, new Point(-90, -180), new Point(90, 180), new Point(0, 0), FRESNO)) {
            var again = Spot.at(Spot.of(point));
            assertThat(Spot.of(point)).isNotNegative();
            assertThat(again.milesTo(point)).as(point.toString()).isLessThan(0.01);
        }
    }

    @Test
    void miles_are_as_the_crow_flies() {
        assertThat(OAKLAND.milesTo(FRESNO)).isBetween(150.0, 165.0);
        assertThat(OAKLAND.milesTo(OAKLAND)).isZero();
    }

    @Test
    void a_county_is_where_its_outline_is() {
        var alameda = Areas.read("county 06001");
        assertThat(alameda.contains(OAKLAND)).isTrue();
        assertThat(alameda.contains(FRESNO)).isFalse();
        assertThat(Counties.at(FRESNO)).map(County::shown).contains("Fresno, CA");
        assertThat(Counties.at(new Point(35, -150))).as("in the sea").isEmpty();
        assertThat(Counties.all())
                .hasSizeGreaterThan(3_000)
                .allMatch(county -> !county.name().isBlank());
    }

    @Test
    void a_postal_code_is_near_where_it_is_and_the_side_of_the_street_does_not_matter() {
        var near = Areas.read("near US 94612-1234 3");
        assertThat(near.contains(OAKLAND)).isTrue();
        assertThat(near.contains(FRESNO)).isFalse();
        assertThat(PostalCodes.find("US", "02139")).isPresent();
        assertThat(PostalCodes.find("US", "00000")).isEmpty();
        assertThat(PostalCodes.find("XX", "94612")).isEmpty();
        assertThat(PostalCodes.find("US", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "polygon 37.7,-122.4 37.7,-122.1 37.9,-122.1 37.9,-122.4",
                "polygon 37.7,-122.4 37.8,-122.25 37.7,-122.1 38.0,-122.2",
                "circle 37.8,-122.27 5",
                "near US 94601 12.5",
                "county 06001"
            })
    void the_runs_of_an_area_are_what_it_contains_but_for_a_narrow_edge(String text) {
        var area = Areas.read(text);
        var runs = area.runs();
        assertThat(runs).isNotEmpty().hasSizeLessThan(1_000);
        var around = area.box();
        var random = new Random(7);
        int wrong = 0;
        for (int i = 0; i < 4_000; i++) {
            var point = new Point(
                    around.south() - 0.1 + random.nextDouble() * (around.north() - around.south() + 0.2),
                    around.west() - 0.1 + random.nextDouble() * (around.east() - around.west() + 0.2));
            var spot = Spot.of(point);
            boolean in = runs.stream().anyMatch(run -> run.first() <= spot && spot <= run.last());
            if (in != area.contains(point)) wrong++;
        }
        assertThat(wrong).as("of 4,000").isLessThan(60);
    }

    @Test
    void an_area_reads_as_it_is_written() {
        for (var text : List.of("polygon 1,2 3,4 1,4", "circle 37.8,-122.27 5.25", "county 06001")) {
            var area = Areas.read(text);
            assertThat(Areas.read(area.text()).text()).isEqualTo(area.text());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "moon",
                "polygon 1,2 3,4",
                "polygon 1,2 3,4 nonsense",
                "polygon 0,0 1,1 0,1 1,0",
                "polygon 1,1 1,1 1,1",
                "polygon 1,-170 2,-170 2,170",
                "circle 91,0 5",
                "circle 0,0 0",
                "circle 0,0 501",
                "circle 0,0 -5",
                "circle 0,0",
                "circle NaN,0 5",
                "circle 1e1,0 5",
                "near US 00000 5",
                "near US 94601",
                "county 99999",
                "county 06001; drop table supporters"
            })
    void what_is_no_area_is_refused(String text) {
        assertThatThrownBy(() -> Areas.read(text)).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void a_polygon_has_no_more_corners_than_somebody_taps() {
        var many = new StringBuilder("polygon");
        for (int i = 0; i <= Polygon.MOST_CORNERS; i++)
            many.append(' ').append(Math.sin(i / 13.0)).append(',').append(Math.cos(i / 13.0));
        var text = many.toString().replaceAll("E-\\d+", "");
        assertThatThrownBy(() -> Areas.read(text)).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void what_a_map_shows_leaves_nothing_of_it_out() {
        var box = new Box(37.5, -122.5, 38, -122);
        var runs = box.around();
        assertThat(runs).hasSizeLessThan(64);
        var spot = Spot.of(new Point(37.5001, -122.4999));
        assertThat(runs).anyMatch(run -> run.first() <= spot && spot <= run.last());
    }

    @Test
    void coordinates_of_a_list_are_both_there_or_none() {
        assertThat(Point.read("37.8", "")).isEmpty();
        assertThat(Point.read("0", "0.0")).as("nobody knew").isEmpty();
        assertThat(Point.read(" 37.8 ", "-122.27")).contains(new Point(37.8, -122.27));
        assertThatThrownBy(() -> Point.read("here", "there")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> Point.read("91", "0")).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void a_town_is_found_by_what_people_call_it() {
        assertThat(Towns.find("US", "  OAKLAND ")).extracting(Town::region).contains("CA");
        assertThat(Towns.find("US", "Oakland, CA")).singleElement().satisfies(town -> {
            assertThat(town.shown()).isEqualTo("Oakland, CA");
            assertThat(town.middle().milesTo(new Point(37.80, -122.27))).isLessThan(5);
        });
        assertThat(Towns.find("US", "Springfield")).hasSizeGreaterThan(5);
        assertThat(Towns.find("US", "springfield il")).hasSize(1);
        assertThat(Towns.find("US", "Saint Louis MO"))
                .isEqualTo(Towns.find("US", "St. Louis, MO"))
                .isNotEmpty();
        assertThat(Towns.find("US", "Nowhereville")).isEmpty();
        assertThat(Towns.find("CA", "Oakland")).isEmpty();
    }

    @Test
    void where_something_is_about_is_some_hundred_meters_off() {
        assertThat(new Point(37.7769, -122.2179).coarse()).isEqualTo(new Point(37.78, -122.22));
    }
}
