package org.rung.notices;

import org.rung.common.Id;

public record NoticeId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
