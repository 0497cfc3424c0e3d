package org.rung.asks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionType;
import org.rung.actions.Evidence;
import org.rung.cast.Screens;
import org.rung.commitments.AskFamily;
import org.rung.commitments.AskId;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.ladder.Ladder;
import org.rung.ladder.LadderKind;
import org.rung.ladder.LadderPaths;
import org.rung.ladder.LadderStory;
import org.rung.ladder.LadderVersions;
import org.rung.ladder.RungId;
import org.rung.ladder.Shape;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A library of asks: to whom, how soon, how many; and it learns from answers. */
class LibraryTest extends LadderStory {
    @Autowired
    ApplicationContext house;

    @Autowired
    Library library;

    @Autowired
    Asks asks;

    @Autowired
    Learning learning;

    @Autowired
    LadderVersions versions;

    @Test
    void what_is_urgent_goes_before_the_usual_until_there_is_no_room() {
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        AskId march = library.add(cory, draft("March on city hall", Set.of(rung(2)), Optional.of(1), Urgency.HIGH));
        SupporterId nia = signed();
        SupporterId sam = signed();
        assertThat(next(nia).askId()).isEqualTo(march);
        asks.asked(cory, nia, march, AskOutcome.ACCEPTED, "");
        assertThat(next(sam).askId())
                .as("one has promised, and there is room for one")
                .isNotEqualTo(march);
        assertThat(row(march).taken()).isEqualTo(1);
    }

    @Test
    void only_those_who_speak_the_language_are_asked_in_it_and_the_board_agrees() {
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        library.all(cory).forEach(one -> library.retire(cory, one.ask().askId()));
        AskDraft spanish = new AskDraft(
                Set.of(rung(2)),
                AskFamily.COME,
                "Venir",
                "",
                Optional.empty(),
                14,
                Urgency.USUAL,
                Risk.LOW,
                Set.of("ES"),
                Map.of());
        AskId ask = library.add(cory, spanish);
        SupporterId nia = signed();
        SupporterId sol = signed();
        db.execute("update supporters set language = 'es' where supporter_id = ?", sol.value());
        var next = asks.next(neighbors.organizationId(), List.of(nia, sol));
        assertThat(next).containsOnlyKeys(sol);
        assertThat(next.get(sol).askId()).isEqualTo(ask);
    }

    @Test
    void it_learns_from_answers_on_each_rung_and_says_so() {
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        AskId come = row(AskFamily.COME).ask().askId();
        for (int i = 0; i < 6; i++) {
            SupporterId who = signed();
            asks.asked(cory, who, come, i < 2 ? AskOutcome.ACCEPTED : AskOutcome.DECLINED, "");
        }
        learning.learn();
        learning.learn();
        // Everywhere (2 + 1) / (6 + 2) = 0.375; to come (2 + 3.75) / 16 = 0.359; on rung 2 (2 + 3.59) / 16 = 0.35.
        assertThat(row(come).chances().get(2)).isEqualTo(new Chance(35, 6, 2));
        assertThat(next(signed()).chance()).isEqualTo(new Chance(35, 6, 2));
        assertThat(library.all(strangers().member(Role.ADMIN)))
                .allSatisfy(one -> assertThat(one.chances().values()).allMatch(chance -> chance.asked() == 0));
    }

    @Test
    void of_two_who_change_an_ask_the_second_is_told() {
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        AskId ask = library.add(cory, draft("Ask", Set.of(rung(2), rung(3)), Optional.empty(), Urgency.USUAL));
        library.change(cory, ask, 1, draft("Ask nicely", Set.of(rung(3)), Optional.empty(), Urgency.LOW));
        assertThatThrownBy(() ->
                        library.change(cory, ask, 1, draft("Ask", Set.of(rung(2)), Optional.empty(), Urgency.LOW)))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(row(ask).ask().positions()).containsExactly(3);
        assertThat(row(ask).ask().title()).isEqualTo("Ask nicely");
    }

    @Test
    void what_makes_no_sense_is_refused_and_so_is_who_may_not() {
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        assertThatThrownBy(() -> draft(" ", Set.of(rung(2)), Optional.empty(), Urgency.USUAL))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> draft("Ask", Set.of(), Optional.empty(), Urgency.USUAL))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> draft("Ask", Set.of(rung(2)), Optional.of(0), Urgency.USUAL))
                .isInstanceOf(Problem.Invalid.class);
        AskDraft fine = draft("Ask", Set.of(rung(2)), Optional.empty(), Urgency.USUAL);
        assertThatThrownBy(() -> library.add(neighbors.member(Role.ORGANIZER), fine))
                .isInstanceOf(Problem.Refused.class);
        Actor.Member spy = strangers().member(Role.ADMIN);
        assertThatThrownBy(() -> library.add(spy, fine)).isInstanceOf(Problem.Invalid.class);
        AskId ask = library.add(cory, fine);
        assertThatThrownBy(() -> library.retire(spy, ask)).isInstanceOf(Problem.Missing.class);
    }

    @Test
    void asks_of_a_retired_rung_go_on_where_its_people_do() {
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        Ladder now = ladders.of(neighbors.organizationId(), LadderKind.COMMITMENT);
        AskId bring = row(AskFamily.BRING).ask().askId();
        assertThat(row(bring).ask().positions()).containsExactly(3);
        versions.apply(cory, now.ladderId(), 1, Shape.of(now).without(rung(3), rung(2)), "");
        assertThat(row(bring).ask().positions()).containsExactly(2);
        assertThat(row(AskFamily.HOST).ask().positions())
                .as("Attending is the third now")
                .containsExactly(3);
    }

    @Test
    void a_coordinator_adds_an_ask_on_the_screen_and_an_organizer_reads_it() {
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        library.add(cory, draft("March on city hall", Set.of(rung(2)), Optional.of(40), Urgency.HIGH));
        Screens screens = new Screens(house, db);
        screens.as(cory, window -> {
            assertThat(Screens.on(window, LadderPaths.ASKS))
                    .contains("March on city hall", "0 of 40", "Endorsing", "Needed soon");
            Screens.press(window, "Retire: March on city hall");
            assertThat(Screens.words(window)).contains("Retired");
            Screens.press(window, "Take up again: March on city hall");
            Screens.press(window, "Change: March on city hall");
            Screens.write(window, "What to ask for", "March on the mayor");
            Screens.press(window, "Save");
            assertThat(Screens.words(window)).contains("March on the mayor");
        });
        screens.as(
                neighbors.member(Role.ORGANIZER),
                window -> assertThat(Screens.on(window, LadderPaths.ASKS))
                        .contains("March on the mayor")
                        .doesNotContain("New ask"));
    }

    private SupporterId signed() {
        SupporterId who = supporter();
        actions.record(system, Evidence.said(who, ActionType.SIGNED, clock.instant()));
        return who;
    }

    private NextAsk next(SupporterId who) {
        return Optional.ofNullable(
                        asks.next(neighbors.organizationId(), List.of(who)).get(who))
                .orElseThrow();
    }

    private AskRow row(AskId askId) {
        return library.all(system).stream()
                .filter(one -> one.ask().askId().equals(askId))
                .findFirst()
                .orElseThrow();
    }

    private AskRow row(AskFamily family) {
        return library.all(system).stream()
                .filter(one -> one.ask().family() == family)
                .findFirst()
                .orElseThrow();
    }

    private RungId rung(int position) {
        return ladders.of(neighbors.organizationId(), LadderKind.COMMITMENT)
                .rung(position)
                .rungId();
    }

    private static AskDraft draft(String title, Set<RungId> rungs, Optional<Integer> capacity, Urgency urgency) {
        return new AskDraft(rungs, AskFamily.COME, title, "", capacity, 14, urgency, Risk.LOW, Set.of(), Map.of());
    }
}
