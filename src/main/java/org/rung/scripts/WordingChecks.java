package org.rung.scripts;

import static org.rung.scripts.ScriptChecks.HERE;

import java.util.List;
import java.util.stream.Stream;

/** What is looked at in the other wordings of a first text: whoever gets one reads that one alone. */
public final class WordingChecks {
    private WordingChecks() {}

    static List<Check> of(int way, ScriptTree tree, ScriptFacts facts) {
        return of(way, tree.wordings().get(way - 1), tree, facts);
    }

    /** @param words as one language has them */
    static List<Check> of(int way, String words, ScriptTree tree, ScriptFacts facts) {
        var name = letter(way);
        if (words.isBlank()) return List.of(HERE.must("wordingEmpty", name));
        if (words.strip().equals(tree.firstText().strip())) return List.of(HERE.look("wordingSame", name));
        var flawed = Stream.of(
                        ScriptChecks.organization(words, facts),
                        ScriptChecks.optOut(words, facts),
                        ScriptChecks.question(words),
                        tree.picture().isPresent() ? HERE.ok("picture") : ScriptChecks.length(words, facts))
                .filter(check -> check.level() != Check.Level.OK)
                .map(check -> new Check(HERE, "wording", check.level(), List.of(name, check.said()), check.fix()))
                .toList();
        return flawed.isEmpty() ? List.of(HERE.ok("wording", name)) : flawed;
    }

    /** A, B, C, …: how people call the wordings of a first text. */
    public static String letter(int way) {
        return Character.toString('A' + way);
    }
}
