package org.rung.common;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What an API token may do, at least one permission; stored as their names in order, joined by commas. */
public record Scopes(Set<Permission> all) {
    public Scopes {
        if (all.isEmpty()) {
            throw new Problem.Invalid("scopes", "problem.scopes-empty");
        }
        all = Collections.unmodifiableSet(EnumSet.copyOf(all));
    }

    /** From the stored form. */
    public Scopes(String text) {
        this(Arrays.stream(text.split(",")).map(Permission::valueOf).collect(Collectors.toSet()));
    }

    public String text() {
        return all.stream().map(Permission::name).collect(Collectors.joining(","));
    }
}
