package org.rung.giftfiles;

import org.rung.common.Id;

public record GiftFileId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
