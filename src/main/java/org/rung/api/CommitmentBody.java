package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rung.commitments.AskFamily;
import org.rung.commitments.Cause;
import org.rung.commitments.Commitment;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.SettledBy;
import org.rung.common.MessageId;
import org.rung.texting.ConversationId;

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
                        "ACTION: something they did. WORD: they said that they did it. TIME: nothing they did, for three days after it was due or 30"
                                + " days after they promised. ANSWER: another answer. HAND: a member or a program.")
        @Nullable
        SettledBy settledBy,

        @Schema(description = "For whoever deals with it; may be empty.", example = "brings a cake")
        String note,

        @Schema(description = "What it is about, as whoever wrote it down named it.", example = "event:4711") @Nullable
        String target,

        @Schema(description = "The conversation in which they promised it.", example = "0QKDP6Y8R9T3V") @Nullable
        String conversation,

        @Schema(description = "Their text that says so.", example = "0QKDP6Y8R9T3V") @Nullable
        String message,

        @Schema(description = "Why they were released, where somebody said so; else empty.", example = "has to work")
        String reason) {

    static CommitmentBody of(Commitment commitment) {
        return new CommitmentBody(
                commitment.commitmentId().text(),
                commitment.family(),
                commitment.title(),
                commitment.state(),
                commitment.promisedAt(),
                commitment.dueAt().orElse(null),
                commitment.settledAt().orElse(null),
                commitment.settledBy().orElse(null),
                commitment.note(),
                commitment.target().orElse(null),
                commitment
                        .cause()
                        .map(cause -> new ConversationId(cause.topic()).text())
                        .orElse(null),
                commitment.cause().flatMap(Cause::message).map(MessageId::text).orElse(null),
                commitment.reason());
    }
}
