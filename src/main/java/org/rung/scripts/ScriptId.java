package org.rung.scripts;

import org.rung.common.Id;

public record ScriptId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
