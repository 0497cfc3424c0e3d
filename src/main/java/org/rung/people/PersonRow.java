package org.rung.people;

import java.time.Instant;
import java.util.List;
import org.rung.common.PhoneNumber;
import tools.jackson.databind.json.JsonMapper;

/** A person's own row and numbers as they were when they were merged. */
record PersonRow(Details details, Instant createdAt, Instant updatedAt, List<String> phones) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The kept one, before and after. */
    record Change(PersonRow before, PersonRow after) {
        String text() {
            return JSON.writeValueAsString(this);
        }

        static Change read(String text) {
            return JSON.readValue(text, Change.class);
        }
    }

    String text() {
        return JSON.writeValueAsString(this);
    }

    static PersonRow read(String text) {
        return JSON.readValue(text, PersonRow.class);
    }

    List<PhoneNumber> numbers() {
        return phones.stream().map(PhoneNumber::new).toList();
    }
}
