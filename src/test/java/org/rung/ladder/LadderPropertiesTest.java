package org.rung.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionId;
import org.rung.actions.ActionType;
import org.rung.actions.Verification;

/** What holds for any ladder, any life and any clock. Whatever breaks it is printed as the fewest facts that do. */
class LadderPropertiesTest {
    private static final int LIVES = 1_500;

    /** A ladder, a life on it, and a moment to look. */
    private record Life(int seed, Ladder ladder, List<Fact> facts, Instant now) {}

    private static void forAll(Predicate<Life> holds) {
        for (int seed = 0; seed < LIVES; seed++) {
            Histories chance = new Histories(seed);
            Ladder ladder = chance.ladder();
            Life life = new Life(seed, ladder, chance.facts(ladder.top()), chance.now());
            if (!holds.test(life)) {
                List<Fact> few = Histories.fewest(
                        life.facts(), facts -> !holds.test(new Life(life.seed(), ladder, facts, life.now())));
                throw new AssertionError("seed " + seed + " at " + life.now() + ": " + few + " on " + ladder);
            }
        }
    }

    private static Climb.Stand stand(Life life) {
        return Climb.of(life.ladder(), life.facts(), life.now());
    }

    @Test
    void any_order_gives_the_same() {
        forAll(life -> {
            List<Fact> shuffled = new ArrayList<>(life.facts());
            Collections.shuffle(shuffled, new Random(life.seed()));
            return Climb.of(life.ladder(), shuffled, life.now()).equals(stand(life));
        });
    }

    @Test
    void looking_often_gives_what_looking_once_gives() {
        forAll(life -> {
            Climb.Stand now = stand(life);
            Instant earlier = life.now().minus(Duration.ofDays(1 + life.seed() % 400));
            Climb.Stand before = Climb.of(life.ladder(), life.facts(), earlier);
            return now.moves().size() >= before.moves().size()
                    && now.moves().subList(0, before.moves().size()).equals(before.moves());
        });
    }

    @Test
    void history_replays_to_the_present() {
        forAll(life -> replayed(stand(life).moves(), life.facts(), life.ladder().top(), life.now())
                .equals(Optional.of(stand(life).position())));
    }

    /** Where moves and hands lead, one after the other; empty where they do not join. */
    private static Optional<Integer> replayed(List<Move> moves, List<Fact> facts, int top, Instant now) {
        int position = 1;
        // At one instant: what was done moves first, then what a member decided, then the end of a lock.
        TreeMap<Instant, List<Object>> steps = new TreeMap<>();
        moves.forEach(move ->
                steps.computeIfAbsent(move.at(), at -> new ArrayList<>()).add(move));
        facts.stream()
                .filter(fact -> fact instanceof Fact.Moved && !fact.at().isAfter(now))
                .sorted(Matches.ORDER)
                .forEach(hand -> steps.computeIfAbsent(hand.at(), at -> new ArrayList<>())
                        .add(hand));
        for (List<Object> together : steps.values()) {
            List<Object> left = new ArrayList<>(together);
            while (!left.isEmpty()) {
                int here = position;
                Object next = left.stream()
                        .filter(one -> one instanceof Move move && move.from() == here)
                        .findFirst()
                        .or(() -> left.stream()
                                .filter(one -> one instanceof Fact.Moved)
                                .findFirst())
                        .orElse(left.getFirst());
                if (next instanceof Move move) {
                    if (move.from() != position) return Optional.empty();
                    position = move.to();
                } else if (next instanceof Fact.Moved hand) {
                    position = Math.clamp(hand.position(), 1, top);
                }
                left.remove(next);
            }
        }
        return Optional.of(position);
    }

    @Test
    void nobody_falls_a_moment_before_the_time_that_was_told_and_everyone_does_at_it() {
        forAll(life -> {
            Climb.Stand stand = stand(life);
            if (stand.fallsAt().isEmpty()) return true;
            Instant falls = stand.fallsAt().get();
            // Nothing that is dated later may come between.
            List<Fact> known = life.facts().stream()
                    .filter(fact -> !fact.at().isAfter(life.now()))
                    .toList();
            Climb.Stand before = Climb.of(life.ladder(), known, falls.minusNanos(1_000));
            Climb.Stand after = Climb.of(life.ladder(), known, falls);
            return before.position() == stand.position()
                    && after.position() == stand.position() - 1
                    && after.since().equals(falls)
                    && stand.slippingAt().orElseThrow().isBefore(falls)
                    && falls.isAfter(life.now());
        });
    }

    @Test
    void a_standing_is_the_same_wherever_the_server_stands() {
        TimeZone before = TimeZone.getDefault();
        try {
            List<Climb.Stand> first = new ArrayList<>();
            for (ZoneId zone : Histories.ZONES) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                List<Climb.Stand> here = new ArrayList<>();
                for (int seed = 0; seed < 200; seed++) {
                    Histories chance = new Histories(seed);
                    Ladder ladder = chance.ladder();
                    here.add(Climb.of(ladder, chance.facts(ladder.top()), chance.now()));
                }
                if (first.isEmpty()) first.addAll(here);
                assertThat(here).isEqualTo(first);
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    /** A window is so many times 24 hours, whatever clocks and calendars do meanwhile. */
    @Test
    void a_window_of_thirty_days_is_as_long_over_a_leap_day_and_where_clocks_change() {
        Rule rule = Rule.anyOf(new Rule.Evidence.Has(EnumSet.of(ActionType.SIGNED), 30, Verification.SELF, 1));
        Ladder ladder = new Ladder(
                new LadderId(1),
                LadderKind.COMMITMENT,
                "ladder",
                List.of(
                        new Rung(new RungId(1), 1, "known", "", Optional.empty()),
                        new Rung(new RungId(2), 2, "signed", "", Optional.of(rule))));
        for (ZoneId zone : Histories.ZONES) {
            for (LocalDate day : List.of(
                    LocalDate.of(2024, 2, 28),
                    LocalDate.of(2024, 3, 9),
                    LocalDate.of(2024, 10, 26),
                    LocalDate.of(2024, 12, 31),
                    LocalDate.of(2025, 1, 31))) {
                Instant at = day.atTime(LocalTime.of(2, 30)).atZone(zone).toInstant();
                List<Fact> signed = List.of(new Fact.Done(
                        new ActionId(1),
                        ActionType.SIGNED,
                        1,
                        Verification.SELF,
                        at,
                        "SYSTEM",
                        Optional.empty(),
                        Optional.empty()));
                Climb.Stand stand = Climb.of(ladder, signed, at);
                assertThat(stand.fallsAt()).contains(at.plus(Duration.ofHours(60 * 24)));
                assertThat(Climb.of(
                                        ladder,
                                        signed,
                                        at.plus(Duration.ofHours(60 * 24)).minusNanos(1_000))
                                .position())
                        .isEqualTo(2);
                assertThat(Climb.of(ladder, signed, at.plus(Duration.ofHours(60 * 24)))
                                .position())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void an_explanation_agrees_with_the_standing_that_it_explains() {
        forAll(life -> {
            Climb.Stand stand = stand(life);
            Explanation why = Explanations.of(life.ladder(), life.facts(), life.now());
            boolean locked = stand.fallsAt().isEmpty();
            return why.position() == stand.position()
                    && why.fallsAt().equals(stand.fallsAt())
                    && why.ahead().size() == life.ladder().top() - stand.position()
                    && (locked
                            || why.holdsUntil().isEmpty()
                            || !why.holdsUntil().get().isAfter(stand.fallsAt().orElseThrow()))
                    && why.evidence().isEmpty() == why.holdsUntil().isEmpty();
        });
    }

    /** Rules may change as often as they like: history joins, and the standing is that of the rules of today alone. */
    @Test
    void a_ladder_that_was_changed_has_one_unbroken_history_and_the_standing_of_its_last_rules() {
        for (int seed = 0; seed < LIVES; seed++) {
            Histories chance = new Histories(seed);
            Ladder first = chance.ladder();
            List<LadderVersion> versions = new ArrayList<>();
            versions.add(version(first, Shape.of(first), 1, Instant.EPOCH));
            Ladder today = first;
            List<Instant> changes =
                    Stream.generate(chance::moment).limit(3).sorted().distinct().toList();
            for (Instant at : changes) {
                Shape next = chance.otherwise(today);
                versions.add(version(today, next, versions.size() + 1, at));
                today = versions.getLast().of(today);
            }
            Ladder last = today;
            List<Fact> hands = numbered(chance.facts(first.top()), versions);
            Instant now = chance.now();
            if (now.isBefore(versions.getLast().since())) continue;
            Climb.Stand stand = Eras.of(last, versions, hands, now);
            Climb.Stand alone = Climb.of(last, Eras.counted(versions, hands, last.version()), now);
            assertThat(stand.with(List.of())).as("seed %d", seed).isEqualTo(alone.with(List.of()));
            Collections.shuffle(hands, chance.random());
            assertThat(Eras.of(last, versions, hands, now)).as("seed %d", seed).isEqualTo(stand);
            joins(stand.moves(), hands, versions, now, seed);
        }
    }

    /** Each step starts where the one before ended, each counted as its own version counts. */
    private static void joins(List<Move> moves, List<Fact> facts, List<LadderVersion> versions, Instant now, int seed) {
        for (LadderVersion era : versions) {
            int index = versions.indexOf(era);
            Instant end = index + 1 < versions.size() ? versions.get(index + 1).since() : now;
            List<Move> theirs = moves.stream()
                    .filter(move -> move.version() == era.version())
                    .toList();
            for (Move move : theirs) {
                assertThat(move.at())
                        .as("seed %d", seed)
                        .isAfterOrEqualTo(era.since())
                        .isBeforeOrEqualTo(end);
                assertThat(move.cause() == MoveCause.RULE)
                        .as("seed %d", seed)
                        .isEqualTo(index > 0 && move.at().equals(era.since()));
            }
        }
    }

    @Test
    void taking_a_version_up_again_puts_everyone_back_exactly() {
        for (int seed = 0; seed < LIVES; seed++) {
            Histories chance = new Histories(seed);
            Ladder first = chance.ladder();
            List<Fact> facts = chance.facts(first.top());
            Instant now = chance.now();
            Shape next = chance.otherwise(first);
            LadderVersion one = version(first, Shape.of(first), 1, Instant.EPOCH);
            LadderVersion two = version(first, next, 2, now);
            Ladder changed = two.of(first);
            LadderVersion three = version(first, Shape.of(first).backFrom(changed), 3, now.plus(Duration.ofMinutes(5)));
            Ladder again = three.of(first);
            Instant later = now.plus(Duration.ofMinutes(6));
            Climb.Stand as = Climb.of(first, facts, later);
            Climb.Stand back = Eras.of(again, List.of(one, two, three), facts, later);
            // Moves name the version that they were made by.
            assertThat(back.with(List.of())).as("seed %d", seed).isEqualTo(as.with(List.of()));
        }
    }

    @Test
    void a_shape_is_read_as_it_was_written() {
        for (int seed = 0; seed < 300; seed++) {
            Histories chance = new Histories(seed);
            Shape shape = chance.otherwise(chance.ladder());
            assertThat(Shape.read(shape.text())).isEqualTo(shape);
        }
    }

    /** Hands after a change name rungs as the changed ladder counts. */
    private static List<Fact> numbered(List<Fact> facts, List<LadderVersion> versions) {
        List<Fact> numbered = new ArrayList<>();
        for (Fact fact : facts) {
            LadderVersion then = versions.stream()
                    .filter(one -> !one.since().isAfter(fact.at()))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
            numbered.add(
                    fact instanceof Fact.Moved hand
                            ? new Fact.Moved(
                                    hand.moveId(),
                                    Math.clamp(
                                            hand.position(),
                                            1,
                                            then.shape().rungs().size()),
                                    hand.at(),
                                    hand.reason(),
                                    then.version())
                            : fact);
        }
        return numbered;
    }

    private static LadderVersion version(Ladder ladder, Shape shape, int version, Instant since) {
        return new LadderVersion(ladder.ladderId(), version, since, shape, "", Optional.empty(), Optional.empty());
    }
}
