package org.rung.bulk;

import org.rung.common.Id;

public record BulkJobId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
