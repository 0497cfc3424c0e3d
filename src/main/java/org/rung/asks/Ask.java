package org.rung.asks;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.commitments.AskFamily;
import org.rung.commitments.AskId;

/**
 * Something to propose to people on some rungs of the commitment ladder.
 *
 * @param positions of the rungs, as the ladder counts today
 * @param capacity how many may promise it
 * @param cooldownDays until the same person is asked the same again
 * @param languages of those to whom it is put; none for everyone
 * @param variants in other languages, by their code
 * @param revision how often it was changed
 */
public record Ask(
        AskId askId,
        Set<Integer> positions,
        AskFamily family,
        String title,
        String words,
        Optional<Integer> capacity,
        int cooldownDays,
        Urgency urgency,
        Risk risk,
        Set<String> languages,
        Map<String, AskVariant> variants,
        int revision) {
    public Ask {
        positions = Set.copyOf(positions);
        languages = Set.copyOf(languages);
        variants = Map.copyOf(variants);
    }

    /** As whoever speaks this language is asked; what was never put into it is said as the organization has it. */
    public AskVariant in(String language) {
        return variants.getOrDefault(language, new AskVariant("", "")).or(title, words);
    }

    boolean on(int position) {
        return positions.contains(position);
    }

    int lowest() {
        return positions.stream().mapToInt(Integer::intValue).min().orElse(Integer.MAX_VALUE);
    }

    boolean speaks(String language) {
        return languages.isEmpty() || languages.contains(language);
    }
}
