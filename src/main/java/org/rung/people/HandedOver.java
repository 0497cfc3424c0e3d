package org.rung.people;

import java.util.Collection;
import java.util.List;

/**
 * A row that changed hands, or that fell away.
 *
 * @param kind what it is to the room it belongs to, at most 24 characters
 * @param detail what the room needs to give it back, in its own words
 */
public record HandedOver(String kind, long rowId, String detail) {

    public static List<HandedOver> all(String kind, Collection<Long> rows) {
        return rows.stream().map(row -> new HandedOver(kind, row, "")).toList();
    }
}
