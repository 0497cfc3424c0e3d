package org.rung.events;

import org.rung.common.Id;

public record EventId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
