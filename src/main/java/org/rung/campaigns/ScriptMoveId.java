package org.rung.campaigns;

import org.rung.common.Id;

public record ScriptMoveId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
