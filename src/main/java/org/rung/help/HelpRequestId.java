package org.rung.help;

import org.rung.common.Id;

public record HelpRequestId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
