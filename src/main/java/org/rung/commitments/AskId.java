package org.rung.commitments;

import org.rung.common.Id;

public record AskId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
