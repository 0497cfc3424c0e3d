package org.rung.ladder;

import org.rung.common.Id;

public record AskId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
