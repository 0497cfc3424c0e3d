package org.rung.people;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rung.common.Problem;

/** Reads values of custom fields as the organization has defined them; who reads many rows asks for it once. */
public final class FieldReader {
    private final Map<String, CustomField> byKey;
    private final Map<String, String> keys = new HashMap<>();

    /** Takes every value as it is, for who wants none of them. */
    public static FieldReader ofNone() {
        return new FieldReader(List.of());
    }

    FieldReader(List<CustomField> fields) {
        byKey = fields.stream().collect(Collectors.toMap(CustomField::key, Function.identity()));
    }

    /**
     * The values as they are kept; what no field is known for stays as it is, since it makes one.
     *
     * @param said by labels or keys; empty ones say nothing
     * @throws Problem.Invalid for a value that is none of its field's type
     */
    public Map<String, String> read(Map<String, String> said) {
        if (said.isEmpty() || byKey.isEmpty()) return said;
        var read = new LinkedHashMap<String, String>();
        said.forEach((label, value) -> read.put(label, read(label, value)));
        return read;
    }

    private String read(String label, String value) {
        var field =
                byKey.get(keys.computeIfAbsent(label, any -> FieldKey.of(any).text()));
        return field == null || value.isBlank() ? value : field.written(value);
    }
}
