package org.rung.inviting;

import org.rung.common.Id;

public record InviteeId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
