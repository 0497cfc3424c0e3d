package org.rung.links;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** A list that lives in a resource file, an entry a line; lines that start with # say why. */
final class WordList {
    private WordList() {}

    static List<String> of(String file) {
        try {
            return new ClassPathResource("links/" + file)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException("The list links/" + file + " is missing", missing);
        }
    }
}
