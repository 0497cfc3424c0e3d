package org.rung.nudges;

import org.rung.common.Id;

public record GuestMessageId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
