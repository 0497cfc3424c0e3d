package org.rung.turf;

import org.rung.common.Id;

public record TurfId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
