package org.rung.asks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionType;
import org.rung.actions.Evidence;
import org.rung.cast.Screens;
import org.rung.commitments.AskFamily;
import org.rung.commitments.AskId;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.ladder.LadderKind;
import org.rung.ladder.LadderPaths;
import org.rung.ladder.LadderStory;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An ask in the language of whom it is put to. */
class AskVariantsTest extends LadderStory {
    private static final AskVariant SPANISH = new AskVariant("Ven a la marcha", "¿Vienes el jueves?");

    @Autowired
    ApplicationContext house;

    @Autowired
    Library library;

    @Autowired
    Asks asks;

    private Actor.Member cory;

    @BeforeEach
    void one_who_edits_the_library() {
        cory = neighbors.member(Role.COORDINATOR);
        library.all(cory).forEach(one -> library.retire(cory, one.ask().askId()));
    }

    @Test
    void whoever_speaks_it_is_asked_in_it_and_everyone_else_as_the_organization_says_it() {
        AskId march = library.add(cory, march(Map.of("es", SPANISH)));
        SupporterId sol = signed("es");
        SupporterId nia = signed("en");
        SupporterId pham = signed("vi");

        var next = asks.next(neighbors.organizationId(), List.of(sol, nia, pham));
        assertThat(next.get(sol).theirs()).isEqualTo(SPANISH);
        assertThat(next.get(sol).title()).as("members call it as they did").isEqualTo("March on city hall");
        assertThat(next.get(nia).words()).isEqualTo("Will you march?");
        assertThat(next.get(pham).theirs())
                .as("nobody put it into Vietnamese")
                .isEqualTo(new AskVariant("March on city hall", "Will you march?"));

        asks.asked(cory, sol, march, AskOutcome.OPEN, "");
        asks.asked(cory, nia, march, AskOutcome.OPEN, "");
        var now = asks.now(neighbors.organizationId(), List.of(sol, nia));
        assertThat(waiting(now.get(sol))).isEqualTo("Ven a la marcha");
        assertThat(waiting(now.get(nia))).isEqualTo("March on city hall");
        asks.asked(cory, sol, march, AskOutcome.DECLINED, "");
        assertThat(asks.now(neighbors.organizationId(), List.of(sol)).get(sol))
                .isInstanceOfSatisfying(
                        AskNow.Thank.class, thank -> assertThat(thank.words()).contains("racias"));
    }

    @Test
    void what_is_empty_in_the_other_language_is_said_as_usual() {
        library.add(cory, march(Map.of("es", new AskVariant("Ven a la marcha", ""), "fr", new AskVariant(" ", " "))));
        SupporterId sol = signed("es");
        assertThat(asks.next(neighbors.organizationId(), List.of(sol)).get(sol).theirs())
                .isEqualTo(new AskVariant("Ven a la marcha", "Will you march?"));
        assertThat(library.all(cory).getFirst().ask().variants()).containsOnlyKeys("es");
    }

    @Test
    void a_change_says_what_stood_there_before_and_after_and_nobody_elses_ask_is_touched() {
        AskId march = library.add(cory, march(Map.of("es", SPANISH)));
        Lines before = lines(march);
        library.change(cory, march, 1, march(Map.of("es", new AskVariant("Marcha con nosotras", SPANISH.words()))));
        assertThat(lines(march).changes()).contains("variants.es", "Ven a la marcha", "Marcha con nosotras");
        assertThat(before.count()).isEqualTo(1);
        library.change(cory, march, 2, march(Map.of()));
        assertThat(library.all(cory).getFirst().ask().variants()).isEmpty();

        Actor.Member spy = strangers().member(Role.ADMIN);
        assertThatThrownBy(() -> library.variants(spy, march)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> library.variants(neighbors.member(Role.TEXTER), march))
                .isInstanceOf(Problem.Refused.class);
        assertThat(library.all(spy.organization(), List.of(march))).isEmpty();
    }

    @Test
    void what_is_no_language_or_too_long_is_refused() {
        assertThatThrownBy(() -> march(Map.of("Spanish", SPANISH))).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> new AskVariant("x".repeat(121), "")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> new AskVariant("", "x".repeat(321))).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void a_new_organization_can_ask_in_both_languages_from_the_start() {
        var strangers = strangers();
        assertThat(library.all(strangers.system()))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.ask().in("es").words())
                        .isNotBlank()
                        .isNotEqualTo(row.ask().words()));
    }

    @Test
    void it_is_written_in_spanish_on_the_screen_and_the_list_says_so() {
        library.add(cory, march(Map.of()));
        new Screens(house, db).as(cory, window -> {
            assertThat(Screens.on(window, LadderPaths.ASKS)).contains("Written in: English");
            Screens.press(window, "Change: March on city hall");
            Screens.write(window, "What to ask for, in Spanish", "Ven a la marcha");
            Screens.write(window, "What to say, in Spanish", "¿Vienes el jueves?");
            Screens.press(window, "Save");
            assertThat(Screens.words(window)).contains("Written in: English, Spanish");
        });
        assertThat(library.all(cory).getFirst().ask().variants()).isEqualTo(Map.of("es", SPANISH));
    }

    private record Lines(int count, String changes) {}

    private Lines lines(AskId ask) {
        var rows = db.fetch(
                "select changes from audit_log where subject_kind = 'ask' and subject_id = ? order by audit_id",
                ask.value());
        var last = rows.getLast().get(0, String.class);
        return new Lines(rows.size(), last == null ? "" : last);
    }

    private static String waiting(AskNow now) {
        return now instanceof AskNow.Waiting waiting ? waiting.ask().title() : "";
    }

    private AskDraft march(Map<String, AskVariant> variants) {
        return new AskDraft(
                Set.of(ladders.of(neighbors.organizationId(), LadderKind.COMMITMENT)
                        .rung(2)
                        .rungId()),
                AskFamily.COME,
                "March on city hall",
                "Will you march?",
                Optional.empty(),
                14,
                Urgency.USUAL,
                Risk.LOW,
                Set.of(),
                variants);
    }

    private SupporterId signed(String language) {
        SupporterId who = supporter();
        db.execute("update supporters set language = ? where supporter_id = ?", language, who.value());
        actions.record(system, Evidence.said(who, ActionType.SIGNED, clock.instant()));
        return who;
    }
}
