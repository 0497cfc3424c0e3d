package org.rung.asks;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.commitments.AskFamily;
import org.rung.people.SupporterId;

/**
 * Which of several asks to put to someone: the one whose yes is worth most, which is how likely it is times how soon it
 * is needed; among equals the one that they heard longest ago. A pure function.
 *
 * @param last when everyone was last asked what
 * @param languages what they speak; everyone is in it
 */
record Choosing(
        Map<AskStore.Asked, Instant> last, Map<SupporterId, String> languages, Acceptance acceptance, Instant now) {

    Optional<Ask> next(SupporterId who, int position, List<Ask> asks) {
        return asks.stream()
                .filter(ask -> !at(who, ask).isAfter(now.minus(Duration.ofDays(ask.cooldownDays()))))
                .filter(ask -> ask.speaks(languages.getOrDefault(who, "")))
                .min(Comparator.comparingDouble((Ask ask) -> -worth(position, ask))
                        .thenComparing(ask -> at(who, ask)));
    }

    private double worth(int position, Ask ask) {
        return acceptance.rate(position, ask.family()) * ask.urgency().weight();
    }

    Chance chance(int position, AskFamily family) {
        return chance(acceptance, position, family);
    }

    static Chance chance(Acceptance acceptance, int position, AskFamily family) {
        Acceptance.Tally tally = acceptance.tally(position, family);
        return new Chance((int) Math.round(100 * acceptance.rate(position, family)), tally.asked(), tally.accepted());
    }

    private Instant at(SupporterId who, Ask ask) {
        return last.getOrDefault(new AskStore.Asked(who, ask.askId()), Instant.MIN);
    }
}
