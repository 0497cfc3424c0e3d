package org.rung.media;

import org.rung.common.Id;

public record AttachmentId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
