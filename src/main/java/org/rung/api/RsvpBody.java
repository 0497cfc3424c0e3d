package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rung.rsvps.Rsvp;
import org.rung.rsvps.RsvpSource;
import org.rung.rsvps.RsvpState;

/** What somebody said about coming, as other programs see it. */
@Schema(name = "Rsvp")
record RsvpBody(
        @Schema(example = "0QKDP6Y8R9T3V") String id,
        @Schema(example = "0QKDP6Y8R9T3V") String supporter,
        @Schema(example = "0QKDP6Y8R9T3V") String shift,
        RsvpState state,
        RsvpSource source,

        @Schema(description = "Whether they want texts about it.")
        boolean texts,

        Instant saidAt,
        @Nullable Instant checkedInAt) {

    static RsvpBody of(Rsvp rsvp) {
        return new RsvpBody(
                rsvp.rsvpId().text(),
                rsvp.supporterId().text(),
                rsvp.shiftId().text(),
                rsvp.state(),
                rsvp.source(),
                rsvp.texts(),
                rsvp.saidAt(),
                rsvp.checkedInAt().orElse(null));
    }
}
