package org.rung.teams;

import org.rung.common.Id;

public record TeamId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
