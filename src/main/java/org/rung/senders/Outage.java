package org.rung.senders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rung.common.Sentence;

/**
 * A provider that does not answer an organization, or only just does again.
 *
 * @param numbers the names of those whose texts wait, where others of the same provider send as they should
 */
public record Outage(Gateway gateway, BreakerState state, Optional<Instant> openedAt, List<String> numbers) {
    public Outage {
        numbers = List.copyOf(numbers);
    }

    public boolean silent() {
        return state == BreakerState.OPEN;
    }

    /** Who does not answer, for the middle of a sentence. */
    public Sentence provider() {
        Sentence name = Sentence.of("senders.gateway." + gateway);
        return numbers.isEmpty() ? name : Sentence.of("senders.gateway.some", name, String.join(", ", numbers));
    }
}
