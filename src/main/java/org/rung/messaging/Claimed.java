package org.rung.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rung.senders.Handover;
import org.rung.senders.SenderId;

/**
 * What one round of claiming gave: texts to hand over, how many rows it moved in all, how many wait for the one before,
 * and when a bucket that is empty now is worth asking again.
 */
record Claimed(List<Ready> handovers, int touched, int waiting, Optional<Instant> again) {
    static final Claimed NONE = new Claimed(List.of(), 0, 0, Optional.empty());

    Claimed again(Optional<Instant> when) {
        return new Claimed(handovers, touched, waiting, when);
    }

    record Ready(Claim claim, SenderId sender, Handover handover) {}
}
