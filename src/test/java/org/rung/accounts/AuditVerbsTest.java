package org.rung.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the log says is one vocabulary: every verb that is written has its words, in both languages, and none else has. */
class AuditVerbsTest {
    /** Where the line is added; or where a method is called that adds it, whose parameter is called verb. */
    private static final Pattern WRITTEN =
            Pattern.compile("(?s)audit(?:Log)?\\s*\\.add\\((?![^;\"]*\\bverb\\b)[^;]*?\"([^\"]+)\"");

    private static final Pattern HANDED =
            Pattern.compile("\\b(?:log|changed|done)\\(\\s*actor,\\s*\"([a-z-]+\\.[a-z-]+)\"");

    @Test
    void every_verb_is_a_thing_and_what_happened_to_it_and_has_its_words() throws IOException {
        var written = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                String code = Files.readString(file);
                WRITTEN.matcher(code).results().forEach(found -> written.add(found.group(1)));
                HANDED.matcher(code).results().forEach(found -> written.add(found.group(1)));
            }
        }

        assertThat(written)
                .contains("number.revealed", "sender.added")
                .allMatch(verb -> verb.matches("[a-z-]+\\.[a-z-]+"));
        for (String language : new String[] {"en", "es"}) {
            var words = ResourceBundle.getBundle(
                    "words.accounts",
                    Locale.of(language),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            assertThat(words.keySet().stream()
                            .filter(key -> key.startsWith("audit."))
                            .map(key -> key.substring("audit.".length())))
                    .containsExactlyInAnyOrderElementsOf(written);
        }
    }
}
