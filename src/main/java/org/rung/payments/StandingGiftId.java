package org.rung.payments;

import org.rung.common.Id;

public record StandingGiftId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
