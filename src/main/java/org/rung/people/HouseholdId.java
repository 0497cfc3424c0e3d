package org.rung.people;

import org.rung.common.Id;

public record HouseholdId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
