package org.rung.accounts;

import org.rung.common.Id;

public record InvitationId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
