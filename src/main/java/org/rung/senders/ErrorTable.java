package org.rung.senders;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which error code has which policy, from carrier-errors.properties. */
@Component
public class ErrorTable {
    /** A refusal without a provider's code: whoever stands in between said no. */
    private static final String NOBODYS = "HTTP ";

    private final Map<String, ErrorPolicy> policies = new HashMap<>();

    ErrorTable() {
        Properties table = new Properties();
        try (InputStream file = ErrorTable.class.getResourceAsStream("/carrier-errors.properties")) {
            table.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        table.stringPropertyNames()
                .forEach(code -> policies.put(
                        code, ErrorPolicy.valueOf(table.getProperty(code).strip())));
    }

    /** OTHER for a code that the table does not have. */
    public ErrorPolicy of(String code) {
        return policies.getOrDefault(line(code), ErrorPolicy.OTHER);
    }

    /** The codes that have it. */
    public Set<String> codes(ErrorPolicy policy) {
        return policies.entrySet().stream()
                .filter(entry -> entry.getValue() == policy)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    public boolean knows(String code) {
        return policies.containsKey(line(code));
    }

    /** Where the table and the words have it. */
    public static String line(String code) {
        return code.startsWith(NOBODYS) ? NOBODYS.strip() : code;
    }
}
