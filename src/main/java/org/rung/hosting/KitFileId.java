package org.rung.hosting;

import org.rung.common.Id;

public record KitFileId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
