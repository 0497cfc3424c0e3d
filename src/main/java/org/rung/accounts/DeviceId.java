package org.rung.accounts;

import org.rung.common.Id;

public record DeviceId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
