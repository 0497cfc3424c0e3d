package org.rung.ladder;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Service;

/** What supporters promised. */
@Service
public class Commitments {
    public CommitmentId promise(
            Actor actor,
            SupporterId supporterId,
            AskFamily family,
            String title,
            Optional<Instant> due,
            Optional<AskId> askId,
            Optional<String> onceKey) {
        throw new UnsupportedOperationException("built next");
    }

    public void settle(Actor actor, CommitmentId commitmentId, CommitmentState state) {
        throw new UnsupportedOperationException("built next");
    }
}
