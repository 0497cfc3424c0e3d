package org.rung.texters;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rung.common.Problem;

/**
 * What holds for one texter.
 *
 * @param dayCap first texts in a day of the organization, in all campaigns together; it takes the place of campaigns' own
 * @param languages codes of two or three letters, beside the organization's
 */
public record TexterTerms(Optional<Integer> dayCap, Set<String> languages) {
    public static final int LARGEST_DAY = 10_000;
    public static final int MOST_LANGUAGES = 10;
    public static final TexterTerms NONE = new TexterTerms(Optional.empty(), Set.of());
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    public TexterTerms {
        dayCap.filter(cap -> cap < 1 || cap > LARGEST_DAY).ifPresent(cap -> {
            throw new Problem.Invalid("dayCap", "problem.from-to", 1, LARGEST_DAY);
        });
        if (languages.size() > MOST_LANGUAGES)
            throw new Problem.Invalid("languages", "problem.at-most", MOST_LANGUAGES);
        languages.forEach(language -> {
            if (!LANGUAGE.matcher(language).matches())
                throw new Problem.Invalid("languages", "problem.language-unknown");
        });
        languages = Set.copyOf(languages);
    }
}
