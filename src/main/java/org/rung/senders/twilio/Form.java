package org.rung.senders.twilio;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The body of a form as it came, apart from the query: only the body is signed. */
public record Form(Map<String, String> fields) {
    public Form {
        // In the order in which they are signed.
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /** The last of several equal names wins; what cannot be decoded is an IllegalArgumentException. */
    public static Form read(byte[] body) {
        Map<String, String> fields = new TreeMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            if (!pair.isEmpty()) {
                int at = pair.indexOf('=');
                fields.put(decode(at < 0 ? pair : pair.substring(0, at)), at < 0 ? "" : decode(pair.substring(at + 1)));
            }
        }
        return new Form(fields);
    }

    /** What one name has that may be there several times, in the order in which it came. */
    public static List<String> all(byte[] body, String name) {
        return Arrays.stream(new String(body, StandardCharsets.UTF_8).split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> decode(pair.substring(name.length() + 1)))
                .toList();
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
    }

    public List<String> all(String... names) {
        return List.of(names).stream().flatMap(name -> get(name).stream()).toList();
    }

    static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
