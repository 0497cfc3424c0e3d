package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rung.giving.GiftRow;
import org.rung.giving.GiftState;
import org.rung.giving.GiftWay;

/** A gift as other programs see it. */
@Schema(name = "Gift")
record GiftBody(
        @Schema(example = "0QKDP6Y8R9T3V") String id,

        @Schema(
                description = "Absent while nobody knows whose it is, and once they were erased.",
                example = "0QKDP6Y8R9T3V")
        @Nullable
        String supporter,

        GiftWay way,

        @Schema(description = "ISO 4217.", example = "USD") String currency,

        @Schema(description = "What came, in the smallest unit, such as cents.", example = "2500")
        long given,

        @Schema(description = "What of it went back.", example = "0")
        long back,

        @Schema(description = "GIVEN: whole. PARTLY_BACK: some of it went back. WENT_BACK: all of it did.")
        GiftState state,

        Instant givenAt,

        @Schema(description = "Whether it is a payment of a standing gift.")
        boolean monthly,

        @Schema(description = "May be empty.", example = "At the door")
        String note) {

    static GiftBody of(GiftRow gift) {
        return new GiftBody(
                gift.giftId().text(),
                gift.supporterId().map(id -> id.text()).orElse(null),
                gift.way(),
                gift.currency(),
                gift.givenMinor(),
                gift.backMinor(),
                gift.state(),
                gift.givenAt(),
                gift.monthlyKey().isPresent(),
                gift.note());
    }
}
