package org.rung.asks;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rung.commitments.AskFamily;
import org.rung.common.Problem;
import org.rung.ladder.RungId;

/**
 * An ask as somebody writes it.
 *
 * @param rungs of the commitment ladder, at least one
 * @param title 1 to 120 characters
 * @param words what to say, at most 320 characters
 * @param capacity 1 to 100,000
 * @param cooldownDays 0 to 365
 * @param languages such as {@code es}; none for everyone
 * @param variants in other languages by their code, at most 12; empty ones are left out
 */
public record AskDraft(
        Set<RungId> rungs,
        AskFamily family,
        String title,
        String words,
        Optional<Integer> capacity,
        int cooldownDays,
        Urgency urgency,
        Risk risk,
        Set<String> languages,
        Map<String, AskVariant> variants) {
    private static final int MOST_LANGUAGES = 12;

    public AskDraft {
        if (rungs.isEmpty()) throw new Problem.Invalid("rungs", "problem.ask-rungs");
        title = title.strip();
        words = words.strip();
        if (title.isEmpty() || title.length() > AskVariant.LONGEST_TITLE)
            throw new Problem.Invalid("title", "problem.length", 1, AskVariant.LONGEST_TITLE);
        if (words.length() > AskVariant.LONGEST_WORDS)
            throw new Problem.Invalid("words", "problem.too-long", AskVariant.LONGEST_WORDS);
        capacity.filter(most -> most < 1 || most > 100_000).ifPresent(wrong -> {
            throw new Problem.Invalid("capacity", "problem.from-to", 1, 100_000);
        });
        if (cooldownDays < 0 || cooldownDays > 365)
            throw new Problem.Invalid("cooldownDays", "problem.from-to", 0, 365);
        Set<String> codes = new TreeSet<>();
        languages.forEach(code -> codes.add(code.strip().toLowerCase(Locale.ROOT)));
        if (codes.size() > MOST_LANGUAGES || !codes.stream().allMatch(AskDraft::isLanguage))
            throw new Problem.Invalid("languages", "problem.ask-languages");
        rungs = Set.copyOf(rungs);
        languages = Set.copyOf(codes);
        Map<String, AskVariant> said = new TreeMap<>();
        variants.forEach((code, variant) -> {
            if (!isLanguage(code)) throw new Problem.Invalid("variants", "problem.language-unknown");
            if (!variant.empty()) said.put(code, variant);
        });
        if (said.size() > MOST_LANGUAGES) throw new Problem.Invalid("variants", "problem.at-most", MOST_LANGUAGES);
        variants = Map.copyOf(said);
    }

    private static boolean isLanguage(String code) {
        return code.matches("[a-z]{2,3}");
    }
}
