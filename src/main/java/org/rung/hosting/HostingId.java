package org.rung.hosting;

import org.rung.common.Id;

public record HostingId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
