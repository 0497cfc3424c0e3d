package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rung.texting.NewTexter;

@Schema(name = "NewTexter")
record NewTexterBody(
        @Schema(example = "0QKDP6Y8R9T3V") String texter,
        @Schema(example = "Tess Rivera") String name,

        @Schema(description = "First texts that they sent in all.", example = "10")
        int sent,

        @Schema(description = "How many of these somebody has read before.", example = "0")
        int looked,

        @Schema(description = "Since when they get no more.")
        Instant waits,

        @Schema(description = "When somebody talked to them.") @Nullable
        Instant talkedAt) {

    static NewTexterBody of(NewTexter texter) {
        return new NewTexterBody(
                texter.texter().text(),
                texter.name(),
                texter.sent(),
                texter.looked(),
                texter.waits(),
                texter.talkedAt().orElse(null));
    }
}
