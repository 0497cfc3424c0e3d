package org.rung.tasks;

import org.rung.common.Id;

public record TaskId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
