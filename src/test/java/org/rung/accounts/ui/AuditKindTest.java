package org.rung.accounts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever stands in the log is found by a choice of its own. */
class AuditKindTest {
    private static final List<String> LANGUAGES = List.of("en", "es");

    @Test
    void every_thing_that_verbs_begin_with_is_in_one_choice_and_none_is_of_nothing() {
        var written = words("en").keySet().stream()
                .filter(key -> key.startsWith("audit."))
                .map(key -> key.substring("audit.".length()))
                .map(verb -> verb.substring(0, verb.indexOf('.')))
                .collect(Collectors.toSet());
        var chosen = Arrays.stream(AuditKind.values())
                .flatMap(kind -> kind.things().stream())
                .toList();
        assertThat(chosen)
                .contains("ladder", "gift", "event")
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void every_choice_has_its_words() {
        for (String language : LANGUAGES) {
            var words = words(language);
            assertThat(AuditKind.values())
                    .allSatisfy(kind -> assertThat(words.keySet()).contains(kind.words()));
        }
    }

    private static ResourceBundle words(String language) {
        return ResourceBundle.getBundle(
                "words.accounts",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
