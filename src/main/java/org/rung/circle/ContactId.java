package org.rung.circle;

import org.rung.common.Id;

public record ContactId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
