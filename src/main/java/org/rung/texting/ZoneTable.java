package org.rung.texting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Which zones a country has, and which of them a postal code may be in; read once from the two lists in texting/. */
final class ZoneTable {

    private static final Map<String, Set<ZoneId>> COUNTRIES = new HashMap<>();
    private static final Map<String, List<ZoneId>> PREFIXES = new HashMap<>();

    static {
        lines("/texting/country-zones.txt").forEach(words -> COUNTRIES.put(words[0], new HashSet<>(zones(words, 1))));
        lines("/texting/postal-zones.txt").forEach(ZoneTable::spread);
    }

    private ZoneTable() {}

    /** Empty when the country is not known. */
    static Set<ZoneId> of(String country) {
        return COUNTRIES.getOrDefault(country, Set.of());
    }

    /** Empty when the code says nothing; a country with one zone needs no code. */
    static List<ZoneId> of(String country, String postalCode) {
        Set<ZoneId> all = of(country);
        String code = postalCode.strip().toUpperCase(Locale.ROOT);
        if (all.size() == 1 && !code.isEmpty()) {
            return List.copyOf(all);
        }
        return Stream.of(3, 1)
                .filter(length -> code.length() >= length)
                .map(length -> PREFIXES.getOrDefault(country + " " + code.substring(0, length), List.of()))
                .filter(zones -> !zones.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static void spread(String[] words) {
        String from = words[1].substring(0, words[1].indexOf('-'));
        String until = words[1].substring(words[1].indexOf('-') + 1);
        List<ZoneId> zones = zones(words, 2);
        if (Character.isDigit(from.charAt(0))) {
            for (int prefix = Integer.parseInt(from); prefix <= Integer.parseInt(until); prefix++) {
                PREFIXES.put(words[0] + " " + String.format(Locale.ROOT, "%03d", prefix), zones);
            }
        } else {
            for (char prefix = from.charAt(0); prefix <= until.charAt(0); prefix++) {
                PREFIXES.put(words[0] + " " + prefix, zones);
            }
        }
    }

    private static List<ZoneId> zones(String[] words, int from) {
        return Arrays.stream(words).skip(from).map(ZoneId::of).toList();
    }

    private static List<String[]> lines(String resource) {
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ZoneTable.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
