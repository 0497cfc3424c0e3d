package org.rung;

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
            Pattern.compile("(?:getTranslation\\(|Sentence\\.of\\(|@Menu\\(title = )\\s*\"([^\"]*[^\".])\"\\s*[,)]");

    /** A key that ends where the code adds something, and what follows that. */
    private static final Pattern PUT_TOGETHER =
            Pattern.compile("\"([a-z]+\\.(?:[\\w.-]*[.-])?)\"\\s*\\+(?:[^\";]*?\\+\\s*\"([^\"]*)\")?");

    /** A key of which the code names this part alone: a field, a thing, a check. */
    private static final Pattern NAMED =
            Pattern.compile("problem\\.(?:field|missing)\\.(.+)|[a-z]+\\.check\\.(?!fix)(.+)\\.\\w+");

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

    @Test
    void every_key_stands_in_the_file_that_its_first_part_names() throws IOException {
        for (var file : files("[a-z-]+\\.properties")) {
            var room = file.getFileName().toString().replace(".properties", "");
            // Entries of the audit log are read by all rooms; their words live with the log.
            assertThat(read(file).keySet())
                    .as(file.toString())
                    .allMatch(key -> key.startsWith(room + ".") || room.equals("accounts") && key.startsWith("audit."));
        }
    }

    @Test
    void every_key_is_said_somewhere() throws IOException {
        var code = code();
        var whole = all(Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\""), code);
        var parts = new TreeSet<String>();
        var made = PUT_TOGETHER.matcher(code);
        while (made.find())
            parts.add(Pattern.quote(made.group(1)) + ".+"
                    + (made.group(2) == null ? "" : Pattern.quote(made.group(2)) + ".*"));
        var unsaid = new ArrayList<String>();
        for (var file : files("[a-z-]+\\.properties")) {
            for (var key : read(file).keySet()) {
                var named = NAMED.matcher(key);
                var name = named.matches() ? named.group(1) == null ? named.group(2) : named.group(1) : key;
                boolean said = named.matches()
                        ? whole.contains(name) || whole.contains(name.replace('-', ' '))
                        : whole.contains(key) || parts.stream().anyMatch(key::matches);
                if (!said) unsaid.add(key);
            }
        }

        assertThat(unsaid).isEmpty();
    }

    @Test
    void no_problem_is_made_of_bare_words() throws IOException {
        var known = new TreeSet<>(read(WORDS.resolve("problem.properties")).keySet());
        var bare = new ArrayList<String>();
        var code = code();
        var made = Pattern.compile("new (?:org\\.rung\\.common\\.)?Problem\\.(\\w+)\\(")
                .matcher(code);
        int problems = 0;
        while (made.find()) {
            var arguments = Arguments.from(made.end(), code);
            boolean field = made.group(1).equals("Invalid");
            boolean kind = made.group(1).equals("Missing") && arguments.size() == 2;
            problems++;
            var key = arguments.get(field ? 1 : 0);
            if (!key.startsWith("\"")) continue;
            var name = (kind ? "problem.missing." : "")
                    + key.substring(1, key.length() - 1).replace(' ', kind ? '-' : ' ');
            if (!known.contains(name)) bare.add(made.group() + key);
            if (field && arguments.getFirst().matches("\"[^\"]+\"")) {
                var label = arguments.getFirst().replace("\"", "").replace(' ', '-');
                if (!known.contains("problem.field." + label)) bare.add("no label for the field " + label);
            }
        }

        assertThat(problems).isGreaterThan(200);
        assertThat(bare).isEmpty();
    }

    @Test
    void fields_with_words_of_their_own_say_them_in_the_readers_language() throws IOException {
        var bare = Pattern.compile("(?<!FieldWords\\.in\\()new (?:DatePicker|DateTimePicker|PasswordField)\\(")
                .matcher(code())
                .results()
                .map(found -> found.group())
                .toList();

        assertThat(bare).isEmpty();
    }

    /** What stands between the brackets of a call, by its commas. */
    private static final class Arguments {
        static List<String> from(int start, String code) {
            var found = new ArrayList<String>();
            var one = new StringBuilder();
            int depth = 0;
            for (int i = start; depth >= 0; i++) {
                char c = code.charAt(i);
                if (c == '"') {
                    int end = i + 1;
                    while (code.charAt(end) != '"') end += code.charAt(end) == '\\' ? 2 : 1;
                    one.append(code, i, end + 1);
                    i = end;
                    continue;
                }
                if ("([{".indexOf(c) >= 0) depth++;
                if (")]}".indexOf(c) >= 0) depth--;
                if (depth < 0 || depth == 0 && c == ',') {
                    found.add(one.toString().strip());
                    one.setLength(0);
                } else {
                    one.append(c);
                }
            }
            return found;
        }
    }

    private static String code() throws IOException {
        var code = new StringBuilder();
        try (var sources = Files.walk(HOUSE)) {
            for (var source : sources.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) code.append(Files.readString(source));
        }
        return code.toString();
    }

    private static Set<String> all(Pattern pattern, String text) {
        var found = new TreeSet<String>();
        var at = pattern.matcher(text);
        while (at.find()) found.add(at.group(1));
        return found;
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
