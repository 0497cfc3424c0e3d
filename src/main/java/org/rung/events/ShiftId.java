package org.rung.events;

import org.rung.common.Id;

public record ShiftId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
