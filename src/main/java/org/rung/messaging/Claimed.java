package org.rung.messaging;

import java.util.List;
import org.rung.senders.Handover;
import org.rung.senders.SenderId;

/** What one round of claiming gave: texts to hand over, how many rows it moved in all, how many wait for the one before. */
record Claimed(List<Ready> handovers, int touched, int waiting) {
    static final Claimed NONE = new Claimed(List.of(), 0, 0);

    record Ready(Claim claim, SenderId sender, Handover handover) {}
}
