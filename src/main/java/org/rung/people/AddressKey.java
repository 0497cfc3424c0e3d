package org.rung.people;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The same number for every way to write one address: "12 North Main Street, Apt. 3" is "12 n main st #3". */
final class AddressKey {
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("street", "st"),
            Map.entry("avenue", "ave"),
            Map.entry("av", "ave"),
            Map.entry("avenida", "ave"),
            Map.entry("boulevard", "blvd"),
            Map.entry("road", "rd"),
            Map.entry("drive", "dr"),
            Map.entry("lane", "ln"),
            Map.entry("court", "ct"),
            Map.entry("place", "pl"),
            Map.entry("terrace", "ter"),
            Map.entry("circle", "cir"),
            Map.entry("highway", "hwy"),
            Map.entry("parkway", "pkwy"),
            Map.entry("square", "sq"),
            Map.entry("trail", "trl"),
            Map.entry("north", "n"),
            Map.entry("south", "s"),
            Map.entry("east", "e"),
            Map.entry("west", "w"),
            Map.entry("northeast", "ne"),
            Map.entry("northwest", "nw"),
            Map.entry("southeast", "se"),
            Map.entry("southwest", "sw"),
            Map.entry("apartment", ""),
            Map.entry("apt", ""),
            Map.entry("unit", ""),
            Map.entry("suite", ""),
            Map.entry("ste", ""),
            Map.entry("apto", ""),
            Map.entry("departamento", ""),
            Map.entry("depto", ""),
            Map.entry("no", ""));

    private AddressKey() {}

    /** Empty for a line without a number, which names a street, and without a postal code, which could be anywhere. */
    static Optional<Long> of(String line, String postalCode) {
        if (line.isEmpty() || postalCode.isEmpty() || line.chars().noneMatch(Character::isDigit))
            return Optional.empty();
        var code = postalCode.strip().toUpperCase(Locale.ROOT);
        var first = code.matches("\\d{5}-?\\d{4}") ? code.substring(0, 5) : code.replace(" ", "");
        return Optional.of(number(plain(line) + "|" + first));
    }

    static String plain(String line) {
        var letters = Normalizer.normalize(line.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                // 12.5 or O'Neill stay one word; everything else between letters is a gap.
                .replaceAll("['’.]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return Stream.of(letters.split(" "))
                .map(word -> SHORT.getOrDefault(word, word))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static long number(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
