package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rung.campaigns.CampaignState;
import org.rung.live.LivePage;
import org.rung.live.LiveTexter;

@Schema(name = "LiveCampaign")
record LiveBody(
        CampaignState state,

        @Schema(description = "First texts not sent yet.", example = "420")
        long firstTextsLeft,

        @Schema(description = "People texted.", example = "580")
        long texted,

        @Schema(description = "Replies that wait for an answer.", example = "12")
        long waiting,

        @Schema(description = "Since when the oldest of them waits.") @Nullable
        Instant oldest,

        @Schema(description = "Those that wait longer than 15 minutes.", example = "2")
        long late,

        @Schema(description = "Those that no texter holds.", example = "1")
        long nobodys,

        @Schema(description = "Conversations in which a texter asked for help.", example = "1")
        long helped,

        @Schema(description = "People whose answer is known.", example = "140")
        long answered,

        @Schema(example = "9") long optedOut,
        @Schema(example = "4") long badNumbers,

        @Schema(description = "Texts of the last hour that did not arrive, or of which nobody knows.", example = "0")
        long failing,

        @Schema(
                description =
                        "People who have done what the campaign is after, or came to the rung that it is after; absent without a goal.",
                example = "61")
        @Nullable
        Long succeeded,

        @Schema(description = "Texts of the organization that a person must decide about.", example = "0")
        int undecided,

        @Schema(description = "Those for whom people wait longest first; at most 200.")
        List<Texter> texters) {

    static LiveBody of(LivePage page) {
        var now = page.numbers();
        return new LiveBody(
                page.campaign().state(),
                now.firstTextsLeft(),
                now.texted(),
                now.waiting(),
                now.oldest().orElse(null),
                now.late(),
                now.nobodys(),
                now.helped(),
                now.answered(),
                now.optedOut(),
                now.badNumbers(),
                now.failing(),
                now.succeeded().orElse(null),
                page.undecided(),
                page.texters().stream()
                        .map(texter -> Texter.of(texter, page.at()))
                        .toList());
    }

    @Schema(name = "LiveTexter")
    record Texter(
            @Schema(description = "The member's id.", example = "0QKDP6Y8R9T3V")
            String texter,

            @Schema(example = "Tess Okafor") String name,

            @Schema(description = "Whether they sent a text or took a batch in the last 15 minutes.")
            boolean atWork,

            @Schema(description = "At work, with nothing left to do.")
            boolean waitsForWork,

            @Schema(description = "Somebody waits for them longer than 15 minutes, or they are away with first texts.")
            boolean overdue,

            @Schema(description = "Their first texts wait for somebody to look at them.")
            boolean review,

            @Schema(description = "First texts that they hold.", example = "31")
            long firstTexts,

            @Schema(description = "Replies that wait for them.", example = "3")
            long replies,

            @Nullable Instant oldest,

            @Schema(description = "When they last sent a text or took a batch.") @Nullable
            Instant lastDid) {

        static Texter of(LiveTexter texter, Instant now) {
            return new Texter(
                    texter.texter().text(),
                    texter.name(),
                    texter.atWork(now),
                    texter.waitsForWork(now),
                    texter.overdue(now),
                    texter.review(),
                    texter.firstTexts(),
                    texter.replies(),
                    texter.oldest().orElse(null),
                    texter.lastDid().orElse(null));
        }
    }
}
