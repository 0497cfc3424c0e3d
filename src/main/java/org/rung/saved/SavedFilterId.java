package org.rung.saved;

import org.rung.common.Id;

public record SavedFilterId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
