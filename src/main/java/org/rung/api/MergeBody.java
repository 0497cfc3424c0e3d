package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rung.common.MemberId;
import org.rung.merging.Merge;

/** Two supporters who became one, as other programs see it. */
@Schema(name = "Merge")
record MergeBody(
        @Schema(example = "0QKDP6Y8R9T3X") String id,

        @Schema(description = "The supporter who stayed.", example = "0QKDP6Y8R9T3V")
        String kept,

        @Schema(description = "The supporter who went into that one.", example = "0QKDP6Y8R9T3W")
        String gone,

        @Schema(
                description = "Who they are by now: `kept`, or whom that one was merged into since.",
                example = "0QKDP6Y8R9T3V")
        String supporter,

        @Schema(description = "Who did it; absent when a program did.", example = "0QKDP6Y8R9T3Z") @Nullable
        String member,

        Instant mergedAt,

        @Schema(description = "Absent while it stands.") @Nullable
        Instant undoneAt,

        @Schema(description = "Whether it can be undone now.")
        boolean undoable) {

    static MergeBody of(Merge merge) {
        return new MergeBody(
                merge.mergeId().text(),
                merge.kept().text(),
                merge.gone().text(),
                merge.now().text(),
                merge.by().map(MemberId::text).orElse(null),
                merge.mergedAt(),
                merge.undoneAt().orElse(null),
                merge.undoable());
    }
}
