package org.rung.senders;

import org.rung.common.Id;

public record SenderId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
