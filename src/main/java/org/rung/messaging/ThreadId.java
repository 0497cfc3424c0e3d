package org.rung.messaging;

import org.rung.common.Id;

public record ThreadId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
