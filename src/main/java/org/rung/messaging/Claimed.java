package org.rung.messaging;

import java.util.List;

/** What one round of claiming gave: texts to hand over, and how many rows it moved in all. */
record Claimed(List<Ready> handovers, int touched) {
    static final Claimed NONE = new Claimed(List.of(), 0);

    record Ready(Claim claim, SenderId sender, Handover handover) {}
}
