package org.rung.circle;

import java.util.List;

/** An entry of somebody's address book, as it was read; its numbers as they are written there, the likeliest to text first. */
public record AddressEntry(PersonName name, List<String> numbers) {
    public AddressEntry {
        numbers = List.copyOf(numbers);
    }
}
