package org.rung.senders;

import java.util.List;
import java.util.Optional;

/** What hands texts to carriers. Never called in a transaction; makes exactly one request per call and never throws. */
public interface Provider {
    Outcome send(Handover text);

    /** What the provider has for this number that was created around the claim; empty when it could not be asked. */
    Optional<List<Sighting>> find(Handover text);

    /** Empty when these keys work, else what is wrong in a sentence for an admin. */
    Optional<String> trouble(SenderKeys keys);
}
