package org.rung.ladder;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rung.actions.Verification;
import org.rung.ladder.Rule.Evidence;

/** Reads a rule over facts: until when it holds if nothing more happens, and what makes it hold. */
final class Matches {
    /** By what they are and not by when we heard of them, so that any order of arrival gives the same. */
    static final Comparator<Fact> ORDER =
            Comparator.comparing(Fact::at).thenComparing(Matches::rank).thenComparing(Matches::id);

    private Matches() {}

    /** @param holdsUntil the rule holds before this instant */
    record Match(Instant holdsUntil, List<Fact> evidence) {}

    /** @param newestFirst every fact up to the instant in question */
    static Optional<Match> of(Rule rule, List<Fact> newestFirst) {
        Optional<Match> best = Optional.empty();
        for (Rule.Way way : rule.anyOf()) {
            Optional<Match> match = of(way, newestFirst);
            if (match.isPresent()
                    && (best.isEmpty()
                            || match.get().holdsUntil().isAfter(best.get().holdsUntil()))) {
                best = match;
            }
        }
        return best;
    }

    private static Optional<Match> of(Rule.Way way, List<Fact> newestFirst) {
        Instant until = Instant.MAX;
        List<Fact> found = new ArrayList<>();
        for (Evidence evidence : way.allOf()) {
            List<Fact> enough = enough(evidence, newestFirst);
            if (enough.isEmpty()) {
                return Optional.empty();
            }
            Instant end = enough.getLast().at().plus(Duration.ofDays(evidence.days()));
            until = end.isBefore(until) ? end : until;
            enough.stream().filter(fact -> !found.contains(fact)).forEach(found::add);
        }
        found.sort(ORDER);
        return Optional.of(new Match(until, found));
    }

    /** The newest facts that together reach the threshold; none when they do not. */
    private static List<Fact> enough(Evidence evidence, List<Fact> newestFirst) {
        long wanted = wanted(evidence);
        List<Fact> found = new ArrayList<>();
        for (Fact fact : newestFirst) {
            long weight = weight(evidence, fact);
            if (weight > 0) {
                found.add(fact);
                wanted -= weight;
                if (wanted <= 0) {
                    return found;
                }
            }
        }
        return List.of();
    }

    /** How much of it there is in its days up to that instant. */
    static long found(Evidence evidence, List<Fact> facts, Instant now) {
        Instant since = now.minus(Duration.ofDays(evidence.days()));
        return facts.stream()
                .filter(fact -> fact.at().isAfter(since) && !fact.at().isAfter(now))
                .mapToLong(fact -> weight(evidence, fact))
                .sum();
    }

    static long wanted(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Count count -> count.atLeast();
            case Evidence.Sum sum -> sum.atLeast();
            case Evidence.Has has -> 1;
            case Evidence.Kept kept -> kept.atLeast();
        };
    }

    private static long weight(Evidence evidence, Fact fact) {
        return switch (fact) {
            case Fact.Done done ->
                switch (evidence) {
                    case Evidence.Count(var of, var least, var days, var verified, var quantity) ->
                        fits(done, of.contains(done.type()), verified, quantity) ? 1 : 0;
                    case Evidence.Sum(var of, var least, var days, var verified) ->
                        fits(done, of.contains(done.type()), verified, 1) ? done.quantity() : 0;
                    case Evidence.Has(var of, var days, var verified, var quantity) ->
                        fits(done, of.contains(done.type()), verified, quantity) ? 1 : 0;
                    case Evidence.Kept kept -> 0;
                };
            case Fact.Kept kept ->
                evidence instanceof Evidence.Kept wanted && wanted.of().contains(kept.family()) ? 1 : 0;
            case Fact.Moved moved -> 0;
            case Fact.Locked locked -> 0;
            case Fact.Unlocked unlocked -> 0;
        };
    }

    private static boolean fits(Fact.Done done, boolean type, Verification least, long quantity) {
        return type && done.verification().compareTo(least) >= 0 && done.quantity() >= quantity;
    }

    /** At one instant: what they did, then what a member decided, then holds. */
    private static int rank(Fact fact) {
        return switch (fact) {
            case Fact.Done done -> done.type().ordinal();
            case Fact.Kept kept -> 100 + kept.family().ordinal();
            case Fact.Moved moved -> 200;
            case Fact.Unlocked unlocked -> 201;
            case Fact.Locked locked -> 202;
        };
    }

    private static long id(Fact fact) {
        return switch (fact) {
            case Fact.Done done -> done.actionId().value();
            case Fact.Kept kept -> kept.commitmentId().value();
            case Fact.Moved moved -> moved.moveId();
            case Fact.Unlocked unlocked -> unlocked.lockId();
            case Fact.Locked locked -> locked.lockId();
        };
    }
}
