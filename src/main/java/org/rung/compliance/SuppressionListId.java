package org.rung.compliance;

import org.rung.common.Id;

public record SuppressionListId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
