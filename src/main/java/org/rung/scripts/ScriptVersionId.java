package org.rung.scripts;

import org.rung.common.Id;

public record ScriptVersionId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
