package org.rung.giving;

import java.time.Instant;
import java.util.Optional;
import org.rung.actions.Money;
import org.rung.commitments.CommitmentId;
import org.rung.commitments.CommitmentState;
import org.rung.people.SupporterId;

/**
 * A pledge in a list.
 *
 * @param givenMinor what they gave since they promised it, in its currency
 */
public record PledgeRow(
        CommitmentId commitmentId,
        SupporterId supporterId,
        String name,
        Money amount,
        CommitmentState state,
        Instant promisedAt,
        Optional<Instant> dueAt,
        String note,
        long givenMinor) {

    PledgeRow given(long minor) {
        return new PledgeRow(commitmentId, supporterId, name, amount, state, promisedAt, dueAt, note, minor);
    }

    /** Where a page ended. */
    Optional<Instant> sorted() {
        return dueAt.or(() -> Optional.of(promisedAt));
    }
}
