package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rung.campaigns.ScriptMove;

@Schema(name = "ScriptMove")
record ScriptMoveBody(
        @Schema(example = "0QKDP6Y8R9T3V") String id,

        @Schema(description = "The version before.", example = "0QKDP6Y8R9T3V")
        String from,

        @Schema(description = "The version since.", example = "0QKDP6Y8R9T3W")
        String to,

        @Schema(description = "The number of the version since.", example = "4")
        int number,

        Instant movedAt,
        @Nullable Instant undoneAt) {

    static ScriptMoveBody of(ScriptMove move) {
        return new ScriptMoveBody(
                move.scriptMoveId().text(),
                move.former().text(),
                move.version().text(),
                move.number(),
                move.movedAt(),
                move.undoneAt().orElse(null));
    }
}
