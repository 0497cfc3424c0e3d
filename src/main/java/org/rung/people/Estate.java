package org.rung.people;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All that changed hands in one merge. */
public final class Estate {
    private final Map<String, List<HandedOver>> byKind;

    public Estate(List<HandedOver> parts) {
        this.byKind = parts.stream().collect(Collectors.groupingBy(HandedOver::kind));
    }

    public List<HandedOver> of(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    public List<Long> rows(String kind) {
        return of(kind).stream().map(HandedOver::rowId).toList();
    }
}
