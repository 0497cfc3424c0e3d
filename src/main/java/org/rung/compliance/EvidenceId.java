package org.rung.compliance;

import org.rung.common.Id;

public record EvidenceId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
