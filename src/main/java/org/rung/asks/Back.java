package org.rung.asks;

import java.util.List;
import java.util.Set;
import org.rung.actions.ActionType;
import org.rung.commitments.AskFamily;
import org.rung.ladder.Rule;
import org.rung.ladder.Rung;

/** What to ask of someone whose rung is running out: what their rung stands for, never something bigger. */
final class Back {
    private Back() {}

    /** Asks up to this rung whose doing is evidence for it; where there are none, the smallest ones. */
    static List<Ask> to(Rung rung, List<Ask> asks) {
        List<Ask> keeping = asks.stream()
                .filter(ask -> ask.risk() != Risk.HIGH && ask.lowest() <= rung.position() && keeps(rung, ask.family()))
                .toList();
        return keeping.isEmpty()
                ? asks.stream()
                        .filter(ask -> ask.risk() != Risk.HIGH && ask.on(1))
                        .toList()
                : keeping;
    }

    private static boolean keeps(Rung rung, AskFamily family) {
        return rung.rule().stream()
                .flatMap(rule -> rule.anyOf().stream())
                .flatMap(way -> way.allOf().stream())
                .anyMatch(evidence -> switch (evidence) {
                    case Rule.Evidence.Count count -> isDoneBy(count.of(), family);
                    case Rule.Evidence.Sum sum -> isDoneBy(sum.of(), family);
                    case Rule.Evidence.Has has -> isDoneBy(has.of(), family);
                    case Rule.Evidence.Kept kept -> kept.of().contains(family);
                });
    }

    private static boolean isDoneBy(Set<ActionType> types, AskFamily family) {
        return types.stream().anyMatch(family::doneBy);
    }
}
