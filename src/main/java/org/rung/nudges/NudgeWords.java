package org.rung.nudges;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rung.common.Braces;
import org.rung.common.Sentence;
import org.rung.people.OwnLinks;

/** What an automatic text says: usual words in two languages, or an event's own; a name in braces stands for a fact. */
final class NudgeWords {
    static final int LONGEST = 600;
    static final Set<String> FIELDS =
            Set.of("firstName", "event", "when", "where", "link", "organization", OwnLinks.FIELD);

    private NudgeWords() {}

    static String usual(NudgeKind kind, Locale language) {
        return Sentence.of("nudges.text." + kind).in(language);
    }

    /** @throws org.rung.common.Problem.Invalid for words too long, or with a field that there is none of */
    static String checked(String words) {
        return Braces.checked(words, LONGEST, FIELDS);
    }

    static String filled(String words, Map<String, String> facts) {
        return Braces.filled(words, facts);
    }
}
