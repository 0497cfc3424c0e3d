package org.rung.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Path WORDS = Path.of("src/main/resources/words");
    private static final Path HOUSE = Path.of("src/main/java");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    /** Whole keys only: what is put together from parts ends in a dot and is looked at by its own test. */
    private static final Pattern USE =
            Pattern.compile("(?:getTranslation\\(|@Menu\\(title = )\\s*\"([^\"]*[^\".])\"\\s*[,)]");

    @Test
    void every_key_is_in_both_languages_with_the_same_places() throws IOException {
        for (var english : files("[a-z-]+\\.properties")) {
            var spanish = WORDS.resolve(english.getFileName().toString().replace(".properties", "_es.properties"));
            var left = read(english);
            var right = read(spanish);
            assertThat(right.keySet()).as(spanish.toString()).isEqualTo(left.keySet());
            left.forEach(
                    (key, text) -> assertThat(places(right.get(key))).as(key).isEqualTo(places(text)));
        }
    }

    @Test
    void apostrophes_are_doubled_where_a_sentence_has_places_and_only_there() throws IOException {
        for (var file : files("[a-z_-]+\\.properties")) {
            read(file).forEach((key, text) -> {
                var where = key + " in " + file;
                if (places(text).isEmpty()) {
                    assertThat(text).as(where).doesNotContain("''");
                    return;
                }
                assertThat(new MessageFormat(text)).as(where).isNotNull();
                // A brace that is meant as one stands in quotes.
                assertThat(text.replace("''", "").replace("'{'", "").replace("'}'", ""))
                        .as(where)
                        .doesNotContain("'");
            });
        }
    }

    @Test
    void every_key_that_the_code_names_has_words() throws IOException {
        var known = new TreeSet<String>();
        for (var file : files("[a-z-]+\\.properties")) known.addAll(read(file).keySet());
        var missing = new ArrayList<String>();
        try (var sources = Files.walk(HOUSE)) {
            for (var source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                var uses = USE.matcher(Files.readString(source));
                while (uses.find()) if (!known.contains(uses.group(1))) missing.add(source + ": " + uses.group(1));
            }
        }

        assertThat(missing).isEmpty();
    }

    private static List<Path> files(String name) throws IOException {
        try (var found = Files.list(WORDS)) {
            return found.filter(path -> path.getFileName().toString().matches(name)
                            && (name.contains("_")
                                    || !path.getFileName().toString().contains("_es")))
                    .sorted()
                    .toList();
        }
    }

    private static TreeMap<String, String> read(Path file) throws IOException {
        assertThat(file).exists();
        var words = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            words.load(reader);
        }
        var sorted = new TreeMap<String, String>();
        words.forEach((key, text) -> sorted.put((String) key, (String) text));
        return sorted;
    }

    private static Set<String> places(String text) {
        var places = new TreeSet<String>();
        var found = PLACE.matcher(text);
        while (found.find()) places.add(found.group(1));
        return places;
    }
}
