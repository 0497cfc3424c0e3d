package org.rung.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rung.actions.ActionId;
import org.rung.actions.ActionType;
import org.rung.actions.Verification;
import org.rung.commitments.AskFamily;
import org.rung.commitments.CommitmentId;

class ClimbTest {
    private static final Instant START = Instant.parse("2026-01-05T12:00:00Z");
    private long lastId;

    @ParameterizedTest
    @EnumSource(names = {"SIGNED", "OPTED_IN", "POLLED", "SHARED", "RSVPED", "ANSWERED"})
    void one_small_yes_makes_someone_endorse(ActionType type) {
        assertThat(commitment(0, did(type, 0)).position()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"CLICKED", "REPLIED", "PLEDGED", "CONFIRMED", "LED"})
    void what_proves_nothing_leaves_someone_observing(ActionType type) {
        assertThat(commitment(0, did(type, 0)).position()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"RECRUITED", "CONTACTED", "GAVE"})
    void giving_time_or_people_makes_someone_contribute(ActionType type) {
        assertThat(commitment(0, did(type, 0)).position()).isEqualTo(3);
    }

    @Test
    void a_report_counts_once_a_member_accepts_it() {
        assertThat(commitment(0, did(ActionType.REPORTED, 1, Verification.SELF, 0))
                        .position())
                .isEqualTo(1);
        assertThat(commitment(0, did(ActionType.REPORTED, 1, Verification.HUMAN, 0))
                        .position())
                .isEqualTo(3);
    }

    @Test
    void saying_that_one_came_is_not_a_check_in() {
        assertThat(commitment(0, did(ActionType.ATTENDED, 1, Verification.SELF, 0))
                        .position())
                .isEqualTo(1);
        assertThat(commitment(0, did(ActionType.ATTENDED, 1, Verification.SYSTEM, 0))
                        .position())
                .isEqualTo(4);
        assertThat(commitment(0, did(ActionType.ATTENDED, 1, Verification.HUMAN, 0))
                        .position())
                .isEqualTo(4);
    }

    @Test
    void two_kept_promises_to_come_count_like_a_check_in() {
        assertThat(commitment(50, kept(AskFamily.COME, 0)).position()).isEqualTo(1);
        assertThat(commitment(50, kept(AskFamily.COME, 0), kept(AskFamily.SHIFT, 10))
                        .position())
                .isEqualTo(1);
        assertThat(commitment(50, kept(AskFamily.COME, 0), kept(AskFamily.COME, 40))
                        .position())
                .isEqualTo(4);
        assertThat(commitment(130, kept(AskFamily.COME, 0), kept(AskFamily.COME, 121))
                        .position())
                .isEqualTo(1);
    }

    @Test
    void hosting_counts_from_three_people_checked_in() {
        assertThat(commitment(0, did(ActionType.HOSTED, 2, Verification.HUMAN, 0))
                        .position())
                .isEqualTo(1);
        assertThat(commitment(0, did(ActionType.HOSTED, 3, Verification.HUMAN, 0))
                        .position())
                .isEqualTo(5);
    }

    @Test
    void three_recruits_who_rose_make_a_host() {
        assertThat(commitment(20, did(ActionType.RECRUIT_ROSE, 0), did(ActionType.RECRUIT_ROSE, 10))
                        .position())
                .isEqualTo(1);
        assertThat(commitment(
                                20,
                                did(ActionType.RECRUIT_ROSE, 0),
                                did(ActionType.RECRUIT_ROSE, 10),
                                did(ActionType.RECRUIT_ROSE, 20))
                        .position())
                .isEqualTo(5);
    }

    @Test
    void nothing_but_a_member_makes_a_leader_and_time_does_not_unmake_one() {
        Fact[] busy = {
            did(ActionType.HOSTED, 30, Verification.HUMAN, 0),
            did(ActionType.LED, 5, Verification.HUMAN, 1),
            did(ActionType.GAVE, 1, Verification.SYSTEM, 2)
        };
        assertThat(commitment(3, busy).position()).isEqualTo(5);
        Climb.Stand leading = commitment(3000, with(busy, new Fact.Moved(id(), 6, at(3), "one-to-one")));
        assertThat(leading.position()).isEqualTo(6);
        assertThat(leading.fallsAt()).isEmpty();
    }

    @Test
    void gifts_climb_their_own_ladder() {
        assertThat(giving(0, did(ActionType.PLEDGED, 0)).position()).isEqualTo(2);
        assertThat(giving(0, did(ActionType.GAVE, 1, Verification.SELF, 0)).position())
                .isEqualTo(1);
        assertThat(giving(0, gift(0)).position()).isEqualTo(3);
        assertThat(giving(200, gift(0), gift(200)).position()).isEqualTo(4);
        assertThat(giving(60, gift(0), gift(30), gift(60)).position()).isEqualTo(5);
        assertThat(giving(300, gift(0), gift(150), gift(300)).position()).isEqualTo(4);
        assertThat(commitment(60, gift(0), gift(30), gift(60)).position()).isEqualTo(3);
    }

    @Test
    void a_rung_fades_as_long_after_its_rule_stopped_as_its_window_is_long_one_rung_at_a_time() {
        Fact came = did(ActionType.ATTENDED, 1, Verification.SYSTEM, 0);
        assertThat(commitment(239, came).position()).isEqualTo(4);
        Climb.Stand fallen = commitment(240, came);
        assertThat(fallen.position()).isEqualTo(3);
        assertThat(fallen.highest()).isEqualTo(4);
        assertThat(fallen.since()).isEqualTo(at(240));
        assertThat(fallen.fallsAt()).contains(at(240 + 180));
        assertThat(commitment(240 + 179, came).position()).isEqualTo(3);
        assertThat(commitment(240 + 180, came).position()).isEqualTo(2);
        assertThat(commitment(240 + 360, came).position()).isEqualTo(1);
        assertThat(commitment(5000, came).position()).isEqualTo(1);
        assertThat(commitment(5000, came).moves())
                .extracting(Move::cause)
                .containsExactly(MoveCause.ACTION, MoveCause.FADE, MoveCause.FADE, MoveCause.FADE);
    }

    @Test
    void at_three_quarters_of_the_wait_someone_is_slipping() {
        Climb.Stand stand = commitment(1, did(ActionType.ATTENDED, 1, Verification.SYSTEM, 0));
        assertThat(stand.slippingAt()).contains(at(120 + 90));
        assertThat(stand.fallsAt()).contains(at(240));
    }

    @Test
    void new_evidence_stops_the_fading() {
        Climb.Stand stand = commitment(
                300,
                did(ActionType.ATTENDED, 1, Verification.SYSTEM, 0),
                did(ActionType.ATTENDED, 1, Verification.SYSTEM, 239));
        assertThat(stand.position()).isEqualTo(4);
        assertThat(stand.since()).isEqualTo(at(0));
        assertThat(stand.fallsAt()).contains(at(239 + 240));
    }

    @Test
    void an_action_at_the_instant_of_the_fall_saves_the_rung() {
        assertThat(commitment(
                                240,
                                did(ActionType.ATTENDED, 1, Verification.SYSTEM, 0),
                                did(ActionType.ATTENDED, 1, Verification.SYSTEM, 240))
                        .moves())
                .hasSize(1);
    }

    @Test
    void a_lock_holds_and_its_end_starts_the_wait_anew() {
        Fact came = did(ActionType.ATTENDED, 1, Verification.SYSTEM, 0);
        Fact locked = new Fact.Locked(1, at(100));
        assertThat(commitment(2000, came, locked).position()).isEqualTo(4);
        assertThat(commitment(2000, came, locked, did(ActionType.HOSTED, 9, Verification.HUMAN, 110))
                        .position())
                .isEqualTo(4);
        Climb.Stand after = commitment(2000, came, locked, new Fact.Unlocked(1, at(1950)));
        assertThat(after.position()).isEqualTo(4);
        assertThat(after.fallsAt()).contains(at(1950 + 120));
        assertThat(commitment(
                                120,
                                came,
                                locked,
                                did(ActionType.HOSTED, 9, Verification.HUMAN, 110),
                                new Fact.Unlocked(1, at(120)))
                        .position())
                .isEqualTo(5);
    }

    @Test
    void a_decision_by_hand_stands_until_something_new_happens() {
        Fact came = did(ActionType.ATTENDED, 1, Verification.SYSTEM, 0);
        Fact down = new Fact.Moved(id(), 2, at(5), "asked for a pause");
        assertThat(commitment(6, came, down, did(ActionType.CLICKED, 6)).position())
                .isEqualTo(2);
        assertThat(commitment(7, came, down, did(ActionType.ATTENDED, 1, Verification.SYSTEM, 7))
                        .position())
                .isEqualTo(4);
        assertThat(commitment(1, new Fact.Moved(id(), 5, at(0), "hosts every week"))
                        .fallsAt())
                .contains(at(180));
    }

    @Test
    void what_happens_later_than_now_does_not_count_yet() {
        assertThat(commitment(10, did(ActionType.SIGNED, 11)).position()).isEqualTo(1);
    }

    @Test
    void any_order_of_arrival_gives_the_same() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            List<Fact> facts = history(random);
            Instant now = START.plus(Duration.ofDays(random.nextInt(900)));
            for (LadderKind kind : LadderKind.values()) {
                Climb.Stand expected = Climb.of(ladder(kind), facts, now);
                for (int shuffle = 0; shuffle < 4; shuffle++) {
                    Collections.shuffle(facts, random);
                    assertThat(Climb.of(ladder(kind), facts, now))
                            .as("seed %d", seed)
                            .isEqualTo(expected);
                }
            }
        }
    }

    /** The clock alone, looked at more often, changes nothing: each fall happens at its own time. */
    @Test
    void a_later_look_continues_an_earlier_one() {
        for (int seed = 1000; seed < 1200; seed++) {
            Random random = new Random(seed);
            List<Fact> facts = history(random);
            Instant now = START.plus(Duration.ofDays(random.nextInt(900)));
            Climb.Stand early = Climb.of(ladder(LadderKind.COMMITMENT), facts, now);
            Climb.Stand late = Climb.of(ladder(LadderKind.COMMITMENT), facts, now.plus(Duration.ofDays(400)));
            assertThat(late.moves().subList(0, early.moves().size()))
                    .as("seed %d", seed)
                    .isEqualTo(early.moves());
            Instant next = late.moves().stream()
                    .map(Move::at)
                    .filter(at -> at.isAfter(now))
                    .findFirst()
                    .orElse(Instant.MAX);
            boolean undisturbed = facts.stream().allMatch(fact -> !fact.at().isAfter(now));
            if (undisturbed
                    && early.fallsAt().isPresent()
                    && !early.fallsAt().get().isAfter(now.plus(Duration.ofDays(400)))) {
                assertThat(early.fallsAt()).as("seed %d", seed).contains(next);
            }
        }
    }

    /** Nobody is ever below the lowest rung or above the highest one, and moves join up. */
    @Test
    void a_history_without_hands_is_one_unbroken_climb() {
        for (int seed = 2000; seed < 2200; seed++) {
            List<Fact> facts = new ArrayList<>(history(new Random(seed)).stream()
                    .filter(fact -> !(fact instanceof Fact.Moved))
                    .toList());
            Climb.Stand stand = Climb.of(ladder(LadderKind.COMMITMENT), facts, START.plus(Duration.ofDays(2000)));
            int position = 1;
            Instant before = Instant.MIN;
            for (Move move : stand.moves()) {
                assertThat(move.from()).as("seed %d", seed).isEqualTo(position);
                assertThat(move.to()).as("seed %d", seed).isBetween(1, 5).isNotEqualTo(position);
                assertThat(move.at()).as("seed %d", seed).isAfterOrEqualTo(before);
                assertThat(move.cause() == MoveCause.FADE)
                        .as("seed %d", seed)
                        .isEqualTo(move.to() == position - 1 && move.evidence().isEmpty());
                position = move.to();
                before = move.at();
            }
            assertThat(position).as("seed %d", seed).isEqualTo(stand.position());
        }
    }

    private List<Fact> history(Random random) {
        List<Fact> facts = new ArrayList<>();
        int count = random.nextInt(25);
        for (int i = 0; i < count; i++) {
            // Few days and hours, so that some facts share their instant.
            int day = random.nextInt(600);
            switch (random.nextInt(12)) {
                case 0 -> facts.add(new Fact.Moved(id(), 1 + random.nextInt(6), at(day), "by hand"));
                case 1 -> facts.add(kept(AskFamily.values()[random.nextInt(AskFamily.values().length)], day));
                case 2 -> {
                    long lock = id();
                    facts.add(new Fact.Locked(lock, at(day)));
                    facts.add(new Fact.Unlocked(lock, at(day + 1 + random.nextInt(100))));
                }
                case 3 -> {
                    facts.add(did(ActionType.SIGNED, day));
                    facts.add(did(ActionType.ATTENDED, 1, Verification.SYSTEM, day));
                }
                default ->
                    facts.add(did(
                            ActionType.values()[random.nextInt(ActionType.values().length)],
                            1 + random.nextInt(5),
                            Verification.values()[random.nextInt(3)],
                            day));
            }
        }
        return facts;
    }

    private static Climb.Stand commitment(int day, Fact... facts) {
        return Climb.of(ladder(LadderKind.COMMITMENT), Arrays.asList(facts), at(day));
    }

    private static Climb.Stand giving(int day, Fact... facts) {
        return Climb.of(ladder(LadderKind.GIVING), Arrays.asList(facts), at(day));
    }

    private static Fact[] with(Fact[] facts, Fact more) {
        Fact[] all = Arrays.copyOf(facts, facts.length + 1);
        all[facts.length] = more;
        return all;
    }

    private Fact gift(int day) {
        return did(ActionType.GAVE, 1, Verification.SYSTEM, day);
    }

    private Fact did(ActionType type, int day) {
        return did(type, 1, Verification.SELF, day);
    }

    private Fact did(ActionType type, long quantity, Verification verification, int day) {
        return new Fact.Done(
                new ActionId(id()),
                type,
                quantity,
                verification,
                at(day),
                "SYSTEM",
                Optional.empty(),
                Optional.empty());
    }

    private Fact kept(AskFamily family, int day) {
        return new Fact.Kept(new CommitmentId(id()), family, at(day), Optional.empty());
    }

    private long id() {
        return ++lastId;
    }

    private static Instant at(int day) {
        return START.plus(Duration.ofDays(day));
    }

    private static Ladder ladder(LadderKind kind) {
        List<Rung> rungs = new ArrayList<>();
        DefaultLadders.rules(kind)
                .forEach(rule -> rungs.add(new Rung(new RungId(rungs.size() + 1), rungs.size() + 1, "rung", "", rule)));
        return new Ladder(new LadderId(1), kind, "ladder", rungs);
    }
}
