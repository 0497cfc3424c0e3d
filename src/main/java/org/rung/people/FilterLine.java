package org.rung.people;

import java.util.List;

/** One condition of a filter: kind names the Criterion, key its field (a custom field's key, a ladder; may be empty), any of values may match. */
public record FilterLine(String kind, String key, List<String> values) {}
