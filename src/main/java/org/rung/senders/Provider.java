package org.rung.senders;

import java.util.List;
import java.util.Optional;
import org.rung.common.Sentence;

/** What hands texts to carriers. Never called in a transaction; makes exactly one request per call and never throws. */
public interface Provider {
    Outcome send(Handover text);

    /** What the provider has for this number that was created around the claim; empty when it could not be asked. */
    Optional<List<Sighting>> find(Handover text);

    /** Empty when these keys work, else what is wrong in a sentence for an admin. */
    Optional<Sentence> trouble(SenderKeys keys);
}
