package org.rung.live;

import org.rung.common.Id;

public record TexterNoteId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
