package org.rung.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void the_same_sentence_with_another_number_has_the_same_key() {
        assertThat(new Problem.Missing("conversation", 7).key())
                .isEqualTo(new Problem.Missing("conversation", 8).key())
                .isEqualTo("problem.missing-conversation");
        assertThat(new Problem.Conflict("Texted less than 24 hours ago.").key())
                .isEqualTo(new Problem.Conflict("Texted less than 12 hours ago.").key());
    }

    @Test
    void every_spanish_sentence_still_has_its_english_one_in_the_code() throws IOException {
        String code = lettersOfTheCode();
        Properties spanish = new Properties();
        try (var words = new InputStreamReader(
                Objects.requireNonNull(Problem.class.getResourceAsStream("/words/problem_es.properties")),
                StandardCharsets.UTF_8)) {
            spanish.load(words);
        }

        assertThat(spanish.stringPropertyNames()).isNotEmpty().allSatisfy(key -> {
            String letters = key.substring("problem.".length()).split("-characters$", 2)[0];
            assertThat(code).contains(letters.replaceAll("-$", "").substring(0, Math.min(24, letters.length() - 1)));
        });
    }

    private static String lettersOfTheCode() throws IOException {
        StringBuilder code = new StringBuilder();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                code.append(Files.readString(file).toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"));
            }
        }
        return code.toString();
    }
}
