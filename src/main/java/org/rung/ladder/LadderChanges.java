package org.rung.ladder;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.accounts.Changes;

/** What became otherwise when a ladder was changed, for the audit log: its rungs, and each rule, in plain sentences. */
final class LadderChanges {
    private LadderChanges() {}

    /** @param house in whose language rules are said: the log is the organization's */
    static Changes of(Ladder today, Shape next, Locale house) {
        var noting = Changes.of().field("rungs", names(today.rungs(), house), names(next.rungs(), house));
        for (Rung rung : next.rungs()) {
            Optional<Rung> before = find(today.rungs(), rung.rungId());
            noting.field(name(rung, house), before.map(was -> reached(was, house)), reached(rung, house));
        }
        for (Rung rung : today.rungs()) {
            if (next.position(rung.rungId()) == 0) {
                Optional<Rung> into = Optional.ofNullable(next.gone().get(rung.rungId()))
                        .flatMap(goesOn -> find(next.rungs(), goesOn));
                noting.field(name(rung, house), reached(rung, house), into.map(one -> "→ " + name(one, house)));
            }
        }
        return noting.end();
    }

    private static Optional<Rung> find(List<Rung> rungs, RungId rungId) {
        return rungs.stream().filter(one -> one.rungId().equals(rungId)).findFirst();
    }

    private static String names(List<Rung> rungs, Locale house) {
        return rungs.stream().map(rung -> name(rung, house)).collect(Collectors.joining(" < "));
    }

    private static String name(Rung rung, Locale house) {
        return StartingWords.in(house, rung.name());
    }

    /** Empty where only a hand leads there. */
    private static String reached(Rung rung, Locale house) {
        String rule = rung.rule()
                .map(one -> String.join(" | ", RuleSentences.of(one, house)))
                .orElse("");
        return rung.confirmed() ? rule + " ✓" : rule;
    }
}
