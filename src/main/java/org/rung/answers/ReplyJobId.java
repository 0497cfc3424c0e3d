package org.rung.answers;

import org.rung.common.Id;

public record ReplyJobId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
