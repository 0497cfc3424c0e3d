package org.rung.review;

import org.rung.common.Id;

public record WatchedWordId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
