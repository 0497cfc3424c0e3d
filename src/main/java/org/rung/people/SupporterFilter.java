package org.rung.people;

import java.util.List;

/** Whom to list: words to search for (name, number, e-mail) and lines that must all hold. */
public record SupporterFilter(String search, List<FilterLine> lines) {
    public static final SupporterFilter EVERYONE = new SupporterFilter("", List.of());
}
