package org.rung.impact;

import org.rung.common.Id;

public record ThanksId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
