package org.rung.texting;

import org.rung.common.Id;

public record WorkMoveId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
