package org.rung.places;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Towns of the United States by what people call them; read once from places/towns.txt, which names its source. */
public final class Towns {
    private static final int LONGEST = 100;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Towns() {}

    /** All of that name, such as Springfield, or the one of a state: Springfield IL. Empty abroad. */
    public static List<Town> find(String country, String words) {
        if (!country.equals("US") || words.length() > LONGEST) return List.of();
        var whole = folded(words);
        var named = Known.TOWNS.get(whole);
        if (named != null) return named;
        int last = whole.lastIndexOf(' ');
        if (last < 0) return List.of();
        var region = whole.substring(last + 1).toUpperCase(Locale.ROOT);
        return Known.TOWNS.getOrDefault(whole.substring(0, last), List.of()).stream()
                .filter(town -> town.region().equals(region))
                .toList();
    }

    /** How a name is compared: without accents, capitals and signs; Saint, Fort and Mount as they are shortened. */
    public static String folded(String words) {
        var plain =
                MARKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFD)).replaceAll("");
        var spaced =
                BETWEEN.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        return (" " + spaced + " ")
                .replace(" saint ", " st ")
                .replace(" fort ", " ft ")
                .replace(" mount ", " mt ")
                .strip();
    }

    /** Read when the first one asks. */
    private static final class Known {
        static final Map<String, List<Town>> TOWNS = read();

        private static Map<String, List<Town>> read() {
            var towns = new HashMap<String, List<Town>>(20_000);
            try (var in = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(Towns.class.getResourceAsStream("/places/towns.txt")),
                    StandardCharsets.UTF_8))) {
                var region = "";
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    if (line.isBlank() || line.startsWith("#")) continue;
                    var words = line.split("\\|");
                    if (words.length == 1) region = words[0];
                    else
                        towns.computeIfAbsent(folded(words[0]), any -> new ArrayList<>())
                                .add(new Town(
                                        words[0],
                                        region,
                                        new Point(Double.parseDouble(words[1]), Double.parseDouble(words[2]))));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The list of towns cannot be read", e);
            }
            return towns;
        }
    }
}
