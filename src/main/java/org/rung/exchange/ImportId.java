package org.rung.exchange;

import org.rung.common.Id;

public record ImportId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
