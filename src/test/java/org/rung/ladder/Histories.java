package org.rung.ladder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.rung.actions.ActionId;
import org.rung.actions.ActionType;
import org.rung.actions.Verification;
import org.rung.commitments.AskFamily;
import org.rung.commitments.CommitmentId;
import org.rung.ladder.Rule.Evidence;

/** Lives and ladders by chance: days at the ends of months, on leap days and where clocks change, in any zone; and rules of any kind. */
final class Histories {
    static final List<ZoneId> ZONES = List.of(
            ZoneId.of("America/New_York"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Pacific/Apia"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("UTC"));

    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2024, 1, 31),
            LocalDate.of(2024, 2, 28),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2024, 3, 1),
            LocalDate.of(2024, 3, 10),
            LocalDate.of(2024, 3, 31),
            LocalDate.of(2024, 4, 30),
            LocalDate.of(2024, 8, 27),
            LocalDate.of(2024, 10, 27),
            LocalDate.of(2024, 11, 3),
            LocalDate.of(2024, 12, 31),
            LocalDate.of(2025, 1, 1),
            LocalDate.of(2025, 2, 28),
            LocalDate.of(2025, 3, 30),
            LocalDate.of(2025, 11, 2));

    private static final List<LocalTime> TIMES = List.of(
            LocalTime.MIDNIGHT, LocalTime.of(1, 30), LocalTime.of(2, 30), LocalTime.NOON, LocalTime.of(23, 59, 59));

    private final Random random;
    private long lastId;

    Histories(long seed) {
        this.random = new Random(seed);
    }

    Instant moment() {
        ZoneId zone = pick(ZONES);
        return pick(DAYS)
                .plusDays(random.nextInt(4) == 0 ? random.nextInt(200) : 0)
                .atTime(pick(TIMES))
                .atZone(zone)
                .toInstant();
    }

    /** A while after all that ever happens. */
    Instant now() {
        return LocalDate.of(2025, 1, 1)
                .plusDays(random.nextInt(900))
                .atTime(pick(TIMES))
                .atZone(pick(ZONES))
                .toInstant();
    }

    List<Fact> facts(int rungs) {
        List<Fact> facts = new ArrayList<>();
        int count = random.nextInt(20);
        for (int i = 0; i < count; i++) {
            switch (random.nextInt(10)) {
                case 0 -> facts.add(new Fact.Moved(id(), 1 + random.nextInt(rungs), moment(), "by hand"));
                case 1 ->
                    facts.add(new Fact.Kept(
                            new CommitmentId(id()), pick(List.of(AskFamily.values())), moment(), Optional.empty()));
                case 2 -> {
                    long lock = id();
                    Instant from = moment();
                    facts.add(new Fact.Locked(lock, from));
                    if (random.nextBoolean())
                        facts.add(new Fact.Unlocked(lock, from.plus(Duration.ofHours(1 + random.nextInt(3000)))));
                }
                default ->
                    facts.add(new Fact.Done(
                            new ActionId(id()),
                            pick(List.of(ActionType.values())),
                            1 + random.nextInt(4),
                            pick(List.of(Verification.values())),
                            moment(),
                            "SYSTEM",
                            Optional.empty(),
                            Optional.empty()));
            }
        }
        return facts;
    }

    Ladder ladder() {
        List<Rung> rungs = new ArrayList<>();
        int count = 2 + random.nextInt(5);
        for (int position = 1; position <= count; position++) rungs.add(rung(position));
        return new Ladder(
                new LadderId(1),
                LadderKind.COMMITMENT,
                "ladder",
                Shape.of(shaped(rungs)).rungs());
    }

    private static Ladder shaped(List<Rung> rungs) {
        return new Ladder(new LadderId(1), LadderKind.COMMITMENT, "ladder", rungs);
    }

    private Rung rung(int position) {
        long id = id();
        boolean rule = position > 1 && random.nextInt(6) > 0;
        return new Rung(
                new RungId(id),
                position,
                "rung " + id,
                "",
                rule ? Optional.of(rule()) : Optional.empty(),
                rule && random.nextInt(6) == 0);
    }

    /** The same ladder with rules changed, and perhaps a rung more or less. */
    Shape otherwise(Ladder ladder) {
        Shape shape = Shape.of(ladder);
        List<Rung> rungs = new ArrayList<>(shape.rungs());
        switch (random.nextInt(3)) {
            case 0 -> {
                int at = 1 + random.nextInt(rungs.size() - 1);
                rungs.set(at, rungs.get(at).reachedBy(Optional.of(rule()), false));
                return shape.with(rungs);
            }
            case 1 -> {
                rungs.add(1 + random.nextInt(rungs.size()), rung(2));
                return shape.with(rungs);
            }
            default -> {
                if (rungs.size() == 2) return shape;
                int at = 1 + random.nextInt(rungs.size() - 1);
                return shape.without(rungs.get(at).rungId(), rungs.get(at - 1).rungId());
            }
        }
    }

    private Rule rule() {
        List<Rule.Way> ways = new ArrayList<>();
        for (int way = 0; way <= random.nextInt(3); way++) {
            List<Evidence> all = new ArrayList<>();
            for (int part = 0; part <= random.nextInt(2); part++) all.add(evidence());
            ways.add(new Rule.Way(all));
        }
        return new Rule(ways);
    }

    private Evidence evidence() {
        EnumSet<ActionType> of = EnumSet.of(pick(List.of(ActionType.values())));
        for (int i = 0; i < 4; i++) of.add(pick(List.of(ActionType.values())));
        int days = pick(List.of(1, 28, 29, 30, 31, 120, 180, 365, 366));
        Verification least = pick(List.of(Verification.values()));
        return switch (random.nextInt(4)) {
            case 0 -> new Evidence.Has(of, days, least, 1 + random.nextInt(2));
            case 1 -> new Evidence.Count(of, 1 + random.nextInt(3), days, least, 1);
            case 2 -> new Evidence.Sum(of, 1 + random.nextInt(8), days, least);
            default ->
                new Evidence.Kept(
                        EnumSet.of(pick(List.of(AskFamily.values())), AskFamily.COME), 1 + random.nextInt(2), days);
        };
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    Random random() {
        return random;
    }

    private long id() {
        return ++lastId;
    }

    /** The fewest of these facts that still break it: each is left out once, as long as leaving one out keeps it broken. */
    static List<Fact> fewest(List<Fact> facts, Predicate<List<Fact>> broken) {
        List<Fact> few = new ArrayList<>(facts);
        for (boolean shorter = true; shorter; ) {
            shorter = false;
            for (int i = 0; i < few.size(); i++) {
                List<Fact> without = new ArrayList<>(few);
                without.remove(i);
                if (broken.test(without)) {
                    few = without;
                    shorter = true;
                    break;
                }
            }
        }
        return few;
    }
}
