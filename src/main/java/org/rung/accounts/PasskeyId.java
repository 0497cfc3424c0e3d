package org.rung.accounts;

import org.rung.common.Id;

public record PasskeyId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
