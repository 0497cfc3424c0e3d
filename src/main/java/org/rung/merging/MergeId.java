package org.rung.merging;

import org.rung.common.Id;

public record MergeId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
