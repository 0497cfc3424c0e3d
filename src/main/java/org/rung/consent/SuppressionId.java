package org.rung.consent;

import org.rung.common.Id;

public record SuppressionId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
