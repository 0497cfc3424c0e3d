package org.rung.common;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A member's roles, at least one; stored as their names in order, joined by commas. */
public record Roles(Set<Role> all) {
    public Roles {
        if (all.isEmpty()) {
            throw new Problem.Invalid("roles", "problem.roles-empty");
        }
        all = Collections.unmodifiableSet(EnumSet.copyOf(all));
    }

    /** From the stored form. */
    public Roles(String text) {
        this(Arrays.stream(text.split(",")).map(Role::valueOf).collect(Collectors.toSet()));
    }

    public static Roles of(Role first, Role... more) {
        return new Roles(EnumSet.of(first, more));
    }

    public String text() {
        return all.stream().map(Role::name).collect(Collectors.joining(","));
    }

    public boolean may(Permission permission) {
        return all.stream().anyMatch(role -> role.permissions().contains(permission));
    }
}
