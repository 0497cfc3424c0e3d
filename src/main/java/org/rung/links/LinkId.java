package org.rung.links;

import org.rung.common.Id;

public record LinkId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
