package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.rung.review.Score;

/** How a conversation went, as other programs see it. */
@Schema(name = "Score")
record ScoreBody(
        @Schema(description = "The member who said it.", example = "0QKDP6Y8R9T3V")
        String from,

        @Schema(description = "The member whom it is for.", example = "0QKDP6Y8R9T3V")
        String to,

        @Schema(description = "1 needs a word, 2 good, 3 wonderful.", example = "3")
        int score,

        @Schema(example = "You listened so well.") String note,
        Instant at) {

    static ScoreBody of(Score score) {
        return new ScoreBody(score.from().text(), score.to().text(), score.stars(), score.note(), score.at());
    }
}
