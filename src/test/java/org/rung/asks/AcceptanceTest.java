package org.rung.asks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rung.asks.Acceptance.Place;
import org.rung.asks.Acceptance.Tally;
import org.rung.commitments.AskFamily;
import org.rung.commitments.AskId;
import org.rung.people.SupporterId;

/** Numbers worked out by hand. */
class AcceptanceTest {
    private static final Instant NOW = Instant.parse("2026-10-13T12:00:00Z");
    private static final SupporterId NIA = new SupporterId(1);

    @Test
    void where_nobody_was_asked_anything_it_is_one_in_two() {
        assertThat(new Acceptance(Map.of()).rate(2, AskFamily.COME)).isEqualTo(0.5);
    }

    @Test
    void few_answers_lean_on_what_all_rungs_and_all_asks_say() {
        Acceptance acceptance = new Acceptance(Map.of(
                new Place(2, AskFamily.COME), new Tally(4, 4),
                new Place(3, AskFamily.COME), new Tally(46, 11),
                new Place(2, AskFamily.SIGN), new Tally(50, 25)));
        // Everywhere 40 of 100: (40 + 1) / (100 + 2) = 0.40196.
        // To come 15 of 50: (15 + 10 x 0.40196) / (50 + 10) = 0.31699.
        // On rung 2, 4 of 4: (4 + 10 x 0.31699) / (4 + 10) = 0.51214.
        assertThat(acceptance.rate(2, AskFamily.COME)).isCloseTo(0.51214, within(0.00001));
        // On rung 3, 11 of 46: (11 + 3.1699) / 56 = 0.25303.
        assertThat(acceptance.rate(3, AskFamily.COME)).isCloseTo(0.25303, within(0.00001));
        // A rung where nobody was asked to come says what the kind says.
        assertThat(acceptance.rate(5, AskFamily.COME)).isCloseTo(0.31699, within(0.00001));
        // A kind that nobody was asked for says what everything says.
        assertThat(acceptance.rate(5, AskFamily.HOST)).isCloseTo(0.40196, within(0.00001));
        assertThat(Choosing.chance(acceptance, 2, AskFamily.COME)).isEqualTo(new Chance(51, 4, 4));
    }

    @Test
    void many_answers_speak_for_themselves() {
        Acceptance acceptance = new Acceptance(Map.of(new Place(2, AskFamily.COME), new Tally(10_000, 9_000)));
        assertThat(acceptance.rate(2, AskFamily.COME)).isCloseTo(0.9, within(0.001));
    }

    @Test
    void the_ask_whose_yes_is_worth_most_comes_first() {
        Acceptance acceptance = new Acceptance(Map.of(
                new Place(2, AskFamily.COME), new Tally(100, 60), new Place(2, AskFamily.SHIFT), new Tally(100, 40)));
        Ask come = ask(1, AskFamily.COME, Urgency.USUAL, Set.of());
        Ask shift = ask(2, AskFamily.SHIFT, Urgency.USUAL, Set.of());
        Ask soon = ask(3, AskFamily.SHIFT, Urgency.HIGH, Set.of());
        assertThat(choosing(acceptance, Map.of()).next(NIA, 2, List.of(shift, come)))
                .contains(come);
        // 0.4 or so times 1.6 is more than 0.6.
        assertThat(choosing(acceptance, Map.of()).next(NIA, 2, List.of(shift, come, soon)))
                .contains(soon);
    }

    @Test
    void among_equals_the_one_they_heard_longest_ago_and_none_that_rests_or_is_in_another_language() {
        Acceptance nothing = new Acceptance(Map.of());
        Ask one = ask(1, AskFamily.COME, Urgency.USUAL, Set.of());
        Ask two = ask(2, AskFamily.COME, Urgency.USUAL, Set.of());
        Ask spanish = ask(3, AskFamily.COME, Urgency.HIGH, Set.of("es"));
        var heard = Map.of(
                new AskStore.Asked(NIA, one.askId()), NOW.minus(Duration.ofDays(20)),
                new AskStore.Asked(NIA, two.askId()), NOW.minus(Duration.ofDays(30)));
        assertThat(choosing(nothing, heard).next(NIA, 2, List.of(one, two, spanish)))
                .contains(two);
        var lately = Map.of(
                new AskStore.Asked(NIA, one.askId()), NOW.minus(Duration.ofDays(13)),
                new AskStore.Asked(NIA, two.askId()), NOW.minus(Duration.ofDays(13)));
        assertThat(choosing(nothing, lately).next(NIA, 2, List.of(one, two, spanish)))
                .isEmpty();
        var spoken = new Choosing(lately, Map.of(NIA, "es"), nothing, NOW);
        assertThat(spoken.next(NIA, 2, List.of(one, two, spanish))).contains(spanish);
    }

    private static Choosing choosing(Acceptance acceptance, Map<AskStore.Asked, Instant> heard) {
        return new Choosing(heard, Map.of(NIA, "en"), acceptance, NOW);
    }

    private static Ask ask(long id, AskFamily family, Urgency urgency, Set<String> languages) {
        return new Ask(
                new AskId(id),
                Set.of(2),
                family,
                "ask " + id,
                "",
                Optional.empty(),
                14,
                urgency,
                Risk.LOW,
                languages,
                Map.of(),
                1);
    }
}
