package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An error as RFC 9457 writes it. */
@Schema(
        name = "Problem",
        description = "What went wrong, as RFC 9457 writes it: show detail to a person, branch on type.")
record ProblemBody(
        @Schema(
                description = "The kind of problem; stays the same when the words change.",
                example = "urn:rung:problem:invalid")
        String type,

        @Schema(description = "The kind of problem in words.", example = "A field cannot be taken")
        String title,

        @Schema(description = "The status code of the answer.", example = "400")
        int status,

        @Schema(
                description = "A sentence that names the field and the next step.",
                example = "supporters[3].phones is missing: give at least one number.")
        String detail,

        @Schema(description = "The field at fault, where there is one.", example = "supporters[3].phones") @Nullable
        String field,

        @Schema(
                description = "This one occurrence; name it when you ask us about it.",
                example = "urn:rung:request:0QKDP6Y8R9T3V")
        String instance) {}
