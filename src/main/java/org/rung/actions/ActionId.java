package org.rung.actions;

import org.rung.common.Id;

public record ActionId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
