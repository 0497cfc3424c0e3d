package org.rung.reshaping;

import org.rung.common.Id;

public record LadderRunId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
