package org.rung.common;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words in which a name in braces stands for a fact, and what follows a bar for one that is not known: {@code {firstName|there}}. */
public final class Braces {
    private static final Pattern FIELD = Pattern.compile("\\{([^{}|]*)(?:\\|([^{}]*))?\\}");

    private Braces() {}

    /** @throws Problem.Invalid for words too long, or with a field that there is none of */
    public static String checked(String words, int longest, Set<String> fields) {
        String plain = words.strip();
        if (plain.length() > longest) throw new Problem.Invalid("words", "problem.too-long", longest);
        Matcher field = FIELD.matcher(plain);
        while (field.find()) {
            if (!fields.contains(field.group(1))) {
                throw new Problem.Invalid("words", "problem.nudge-field", field.group(1));
            }
        }
        return plain;
    }

    /** Blanks that a fact leaves which is not known are closed. */
    public static String filled(String words, Map<String, String> facts) {
        return FIELD.matcher(words)
                .replaceAll(found -> {
                    String fact = facts.getOrDefault(found.group(1), "");
                    String other = found.group(2) == null ? "" : found.group(2);
                    return Matcher.quoteReplacement(fact.isBlank() ? other : fact);
                })
                .replaceAll(" {2,}", " ")
                .strip();
    }
}
