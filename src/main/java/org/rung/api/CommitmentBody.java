package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rung.commitments.AskFamily;
import org.rung.commitments.Commitment;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.SettledBy;

/** A promise as other programs see it. */
@Schema(name = "Commitment")
record CommitmentBody(
        @Schema(example = "0QKDP6Y8R9T3V") String id,
        AskFamily family,

        @Schema(description = "What they said they would do; may be empty.", example = "Come to the rent meeting")
        String title,

        CommitmentState state,
        Instant promisedAt,
        @Nullable Instant dueAt,

        @Schema(description = "When it was kept, broken or released; absent while it is open.") @Nullable
        Instant settledAt,

        @Schema(
                description =
                        "ACTION: something they did. TIME: nothing they did, for three days after it was due or 30"
                                + " days after they promised. ANSWER: another answer. HAND: a member or a program.")
        @Nullable
        SettledBy settledBy) {

    static CommitmentBody of(Commitment commitment) {
        return new CommitmentBody(
                commitment.commitmentId().text(),
                commitment.family(),
                commitment.title(),
                commitment.state(),
                commitment.promisedAt(),
                commitment.dueAt().orElse(null),
                commitment.settledAt().orElse(null),
                commitment.settledBy().orElse(null));
    }
}
