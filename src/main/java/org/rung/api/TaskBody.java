package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rung.commitments.CommitmentId;
import org.rung.common.MemberId;
import org.rung.tasks.Task;
import org.rung.tasks.TaskAbout;
import org.rung.tasks.TaskOutcome;
import org.rung.tasks.TaskState;
import org.rung.texting.ConversationId;

/** A task as other programs see it. */
@Schema(name = "Task")
record TaskBody(
        @Schema(example = "0QKDP6Y8R9T3V") String id,

        @Schema(description = "Whom it is about.", example = "0QKDP6Y8R9T3V")
        String supporter,

        @Schema(description = "Whose it is; absent while it waits for somebody.", example = "0QKDP6Y8R9T3V") @Nullable
        String owner,

        @Schema(description = "HAND: somebody made it. PROMISE: a promise came to nothing, and title is the promise's.")
        TaskAbout about,

        @Schema(example = "Call Nia about hosting") String title,

        @Schema(description = "By when, in the organization's zone.", example = "2026-12-05")
        LocalDate day,

        TaskState state,

        @Schema(description = "What came of it; absent while it is open.") @Nullable
        TaskOutcome outcome,

        @Schema(description = "What there is to say about that; may be empty.", example = "She will host")
        String note,

        @Schema(description = "The conversation in which it came up.", example = "0QKDP6Y8R9T3V") @Nullable
        String conversation,

        @Schema(description = "The promise that came to nothing.", example = "0QKDP6Y8R9T3V") @Nullable
        String commitment,

        Instant madeAt,
        @Nullable Instant endedAt,

        @Schema(description = "Hand it back with a change: it is refused when somebody else was faster.", example = "1")
        int revision) {

    static TaskBody of(Task task) {
        return new TaskBody(
                task.taskId().text(),
                task.supporterId().text(),
                task.owner().map(MemberId::text).orElse(null),
                task.about(),
                task.title(),
                task.day(),
                task.state(),
                task.outcome().orElse(null),
                task.note(),
                task.conversation().map(ConversationId::text).orElse(null),
                task.promise().map(CommitmentId::text).orElse(null),
                task.madeAt(),
                task.endedAt().orElse(null),
                task.revision());
    }
}
