package org.rung.demo;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rung.common.Actor;
import org.rung.common.PhoneNumber;
import org.rung.consent.SuppressionDraft;
import org.rung.consent.SuppressionScope;
import org.rung.consent.SuppressionWay;
import org.rung.consent.Suppressions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Neighbours who are not texted: for good, for a while, and numbers that came from a list. */
@Component
@ConditionalOnProperty(name = "rung.demo", havingValue = "true")
class DemoQuiet {
    /** None of those who did much. */
    private static final int FIRST = 300;

    private final Suppressions suppressions;
    private final Clock clock;

    DemoQuiet(Suppressions suppressions, Clock clock) {
        this.suppressions = suppressions;
        this.clock = clock;
    }

    void begin(Actor system) {
        keep(system, FIRST, 1, new SuppressionScope.ForGood(), "Said at the door that she wants letters only");
        keep(system, FIRST + 1, 1, new SuppressionScope.ForGood(), "Works for the landlord, asked to be left out");
        var rest = clock.instant().plus(Duration.ofDays(30));
        keep(system, FIRST + 2, 1, new SuppressionScope.Until(rest), "A new baby: a month of quiet");
        keep(system, FIRST + 3, 1, new SuppressionScope.Until(rest), "In hospital until next month");
        suppressions.add(
                system,
                phones(FIRST + 4, 3),
                new SuppressionDraft(
                        new SuppressionScope.ForGood(), "On the county's do-not-call list", SuppressionWay.LIST));
    }

    private void keep(Actor system, int from, int many, SuppressionScope scope, String why) {
        suppressions.add(system, phones(from, many), new SuppressionDraft(scope, why, SuppressionWay.HAND));
    }

    private static Set<PhoneNumber> phones(int from, int many) {
        return IntStream.range(from, from + many)
                .mapToObj(DemoNeighbours::phone)
                .collect(Collectors.toUnmodifiableSet());
    }
}
