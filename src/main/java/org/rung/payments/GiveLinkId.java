package org.rung.payments;

import org.rung.common.Id;

public record GiveLinkId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
