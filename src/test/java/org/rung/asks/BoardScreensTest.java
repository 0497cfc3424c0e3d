package org.rung.asks;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionType;
import org.rung.actions.Evidence;
import org.rung.cast.Screens;
import org.rung.commitments.AskFamily;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.common.Role;
import org.rung.filters.SupporterRow;
import org.rung.ladder.LadderKind;
import org.rung.ladder.LadderPaths;
import org.rung.ladder.LadderStory;
import org.rung.ladder.Rung;
import org.rung.ladder.RungName;
import org.rung.people.SupporterId;
import org.rung.turf.Turf;
import org.rung.turf.TurfPaths;
import org.rung.turf.Turfs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** From the board to people: a rung shows who is on it, and those who are ready become a turf. */
class BoardScreensTest extends LadderStory {
    @Autowired
    ApplicationContext house;

    @Autowired
    Commitments commitments;

    @Autowired
    Asks asks;

    @Autowired
    Turfs turfs;

    @Test
    void a_rung_leads_to_its_people_and_to_nobody_else() {
        SupporterId signed = called("Signe", supporter());
        called("Nobody", supporter());
        called("Attila", came(supporter()));
        actions.record(system, Evidence.said(signed, ActionType.SIGNED, clock.instant()));

        screens().as(neighbors.member(Role.COORDINATOR), window -> {
            Screens.on(window, LadderPaths.LADDER);
            follow(window, "Rung 2, Endorsing: 1 people.");
            assertThat(Screens.words(window)).contains("1 person matches", "2 Endorsing");
            assertThat(listed(window)).containsExactly("Signe");
            Screens.on(window, LadderPaths.LADDER);
            follow(window, "Rung 4, Attending: 1 people.");
            assertThat(listed(window)).containsExactly("Attila");
        });
    }

    @Test
    void those_who_are_ready_become_a_turf_of_exactly_them() {
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        SupporterId ready = called("Rita", signed(supporter()));
        SupporterId come = called("Attila", came(supporter()));
        SupporterId promised = called("Promita", signed(supporter()));
        commitments.promise(
                system, promised, AskFamily.COME, "Thursday", Optional.empty(), Optional.empty(), Optional.empty());
        SupporterId resting = called("Resta", signed(supporter()));
        asks.asked(
                system,
                resting,
                asks.next(neighbors.organizationId(), List.of(resting))
                        .get(resting)
                        .askId(),
                AskOutcome.DECLINED,
                "");
        SupporterId quiet = called("Quinn", supporter());
        actions.record(
                system, Evidence.said(quiet, ActionType.SIGNED, clock.instant().minus(Duration.ofDays(31))));
        called("Nobody", supporter());

        screens().as(cory, window -> {
            assertThat(Screens.on(window, LadderPaths.LADDER)).contains("Make a turf of 2");
            follow(window, "Make a turf of 2");
            Screens.write(window, "Name", "Ready now");
            Screens.press(window, "Save turf");
            assertThat(Screens.on(window, TurfPaths.TURFS)).contains("Ready now");
        });

        Turf made = turfs.all(cory).stream()
                .filter(turf -> turf.name().equals("Ready now"))
                .findFirst()
                .orElseThrow();
        assertThat(db.fetch(turfs.supporters(neighbors.organizationId(), made.turfId()))
                        .map(row -> row.value1()))
                .containsExactlyInAnyOrder(ready, come);
    }

    @Test
    void a_coordinator_names_the_rungs_and_the_board_says_so() {
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        screens().as(cory, window -> {
            assertThat(Screens.on(window, LadderPaths.LADDER)).contains("Edit ladder");
            follow(window, "Edit ladder");
            follow(window, "Names");
            assertThat(Screens.written(window, "Name of rung 2")).isEqualTo("Endorsing");
            Screens.write(window, "Name of rung 2", "");
            Screens.press(window, "Save");
            assertThat(Screens.words(window)).contains("Edit the ladder");
            Screens.write(window, "Name of rung 2", "With us");
            Screens.press(window, "Save");
            assertThat(Screens.on(window, LadderPaths.LADDER)).contains("2 With us", "3 Contributing");
        });
        screens()
                .as(
                        neighbors.member(Role.ORGANIZER),
                        window -> assertThat(Screens.on(window, LadderPaths.LADDER))
                                .contains("2 With us")
                                .doesNotContain("Edit ladder"));
    }

    @Test
    void two_who_edit_the_ladder_at_once_both_know_what_it_says_in_the_end() {
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        Actor.Member ada = neighbors.member(Role.ADMIN);
        screens().as(cory, first -> {
            Screens.on(first, LadderPaths.EDIT);
            List<Rung> seen = ladders.of(neighbors.organizationId(), LadderKind.COMMITMENT)
                    .rungs();
            ladders.rename(
                    ada,
                    seen,
                    List.of(
                            new RungName(
                                    seen.get(1).rungId(),
                                    "On our side",
                                    seen.get(1).blurb()),
                            new RungName(seen.get(2).rungId(), "Pitching in", "")),
                    Locale.US);
            Screens.write(first, "Name of rung 2", "With us");
            Screens.press(first, "Save");
            assertThat(Screens.words(first)).contains("Somebody else changed the ladder meanwhile");
            // What they wrote stays theirs, and what they left alone says what the other wrote.
            assertThat(Screens.written(first, "Name of rung 2")).isEqualTo("With us");
            assertThat(Screens.helped(first, "Name of rung 2")).isEqualTo("Now called “On our side”");
            assertThat(Screens.written(first, "Name of rung 3")).isEqualTo("Pitching in");
            assertThat(Screens.helped(first, "Name of rung 4")).isEmpty();
            Screens.press(first, "Save");
            assertThat(Screens.on(first, LadderPaths.LADDER)).contains("2 With us", "3 Pitching in");
        });
    }

    @Test
    void two_rungs_by_the_same_name_are_refused_in_a_sentence_and_nothing_is_lost() {
        screens().as(neighbors.member(Role.COORDINATOR), window -> {
            Screens.on(window, LadderPaths.EDIT);
            Screens.write(window, "Name of rung 2", "hosting");
            Screens.press(window, "Save");
            assertThat(Screens.words(window)).contains("Name must differ from rung to rung: “Hosting” is there twice.");
            assertThat(Screens.written(window, "Name of rung 2")).isEqualTo("hosting");
        });
    }

    private SupporterId called(String name, SupporterId who) {
        db.execute("update supporters set first_name = ? where supporter_id = ?", name, who.value());
        return who;
    }

    private SupporterId signed(SupporterId who) {
        actions.record(system, Evidence.said(who, ActionType.SIGNED, clock.instant()));
        return who;
    }

    private SupporterId came(SupporterId who) {
        actions.record(system, Evidence.verified(who, ActionType.ATTENDED, clock.instant()));
        return who;
    }

    private Screens screens() {
        return new Screens(house, db);
    }

    private static List<String> listed(BrowserlessUIContext window) {
        Grid<?> grid = window.find(Grid.class).single();
        return grid.getGenericDataView()
                .getItems()
                .map(row -> ((SupporterRow) row).firstName())
                .toList();
    }

    private static void follow(BrowserlessUIContext window, String name) {
        Anchor link = window.find(Anchor.class).all().stream()
                .filter(one -> Optional.ofNullable(one.getElement().getAttribute("aria-label"))
                        .orElse(one.getText())
                        .startsWith(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No link is called " + name));
        Screens.on(window, link.getHref());
    }
}
