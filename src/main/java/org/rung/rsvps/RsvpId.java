package org.rung.rsvps;

import org.rung.common.Id;

public record RsvpId(long value) implements Id {
    @Override
    public String toString() {
        return text();
    }
}
