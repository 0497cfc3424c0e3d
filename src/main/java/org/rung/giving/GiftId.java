package org.rung.giving;

import org.rung.common.Id;

public record GiftId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
