package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rung.payments.EndedBy;
import org.rung.payments.StandingGift;
import org.rung.payments.StandingState;

/** What somebody gives every month, as other programs see it; the giver's own link to change it is told to nobody else. */
@Schema(name = "StandingGift")
record StandingGiftBody(
        @Schema(example = "0QKDP6Y8R9T3V") String id,

        @Schema(
                description = "Absent while nobody knows whose it is, and once they were erased.",
                example = "0QKDP6Y8R9T3V")
        @Nullable
        String supporter,

        @Schema(description = "ACTIVE, FAILING (the last month did not come; the provider tries again) or ENDED.")
        StandingState state,

        @Schema(description = "A month, in the smallest unit, such as cents.", example = "1000")
        long amount,

        @Schema(description = "ISO 4217.", example = "USD") String currency,

        Instant startedAt,

        @Schema(description = "When the next month is due, as far as that is known.") @Nullable
        Instant nextAt,

        @Schema(description = "When a month did not come last.") @Nullable
        Instant failedAt,

        @Schema(description = "The provider's word for why; may be empty.", example = "card_declined")
        String failure,

        @Nullable Instant endedAt,

        @Schema(description = "GIVER, MEMBER, or PROVIDER: after it could not be paid, or on the provider's own page.")
        @Nullable
        EndedBy endedBy) {

    static StandingGiftBody of(StandingGift gift) {
        return new StandingGiftBody(
                gift.standingGiftId().text(),
                gift.supporterId().map(id -> id.text()).orElse(null),
                gift.state(),
                gift.minor(),
                gift.currency(),
                gift.startedAt(),
                gift.nextAt().orElse(null),
                gift.failedAt().orElse(null),
                gift.failure(),
                gift.endedAt().orElse(null),
                gift.endedBy().orElse(null));
    }
}
