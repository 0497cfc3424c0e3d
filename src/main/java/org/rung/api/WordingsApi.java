package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.rung.campaigns.CampaignId;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.scripts.WordingChecks;
import org.rung.texting.Share;
import org.rung.texting.WordingResult;
import org.rung.texting.WordingResults;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/campaigns/{id}/wordings")
@Tag(name = "Campaigns", description = "Script, turf, texters and hours, from draft to end")
class WordingsApi {
    private final WordingResults results;

    WordingsApi(WordingResults results) {
        this.results = results;
    }

    @GetMapping
    @Needs(Permission.SEE_CONVERSATIONS)
    @Operation(
            summary = "How people took each wording of a campaign's first text",
            description =
                    "Empty where it has only one. Texts whose words a texter changed count for none. low and high are the"
                            + " bounds of a 95 % interval (Wilson).")
    List<Taken> all(Actor.Token token, @PathVariable String id) {
        return results.of(token, new CampaignId(Id.parse("id", id))).stream()
                .map(Taken::of)
                .toList();
    }

    @Schema(name = "WordingResult")
    record Taken(
            @Schema(description = "A is the script's first text, B, C and D are its other wordings.", example = "B")
            String wording,

            @Schema(
                    description = "As the script has it.",
                    example = "Hello {firstName|there}, coming? Reply STOP to end")
            String text,

            @Schema(description = "How many people got it.", example = "412")
            int texted,

            Part replied,

            @Schema(description = "Gave an answer that records an action or a promise.")
            Part yes,

            Part optedOut) {

        static Taken of(WordingResult result) {
            return new Taken(
                    WordingChecks.letter(result.way()),
                    result.words(),
                    result.texted(),
                    Part.of(result.replied()),
                    Part.of(result.yes()),
                    Part.of(result.optedOut()));
        }
    }

    @Schema(name = "Share")
    record Part(
            @Schema(example = "103") int people,

            @Schema(description = "From 0 to 1.", example = "0.25")
            double share,

            @Schema(example = "0.21") double low,
            @Schema(example = "0.294") double high) {

        static Part of(Share share) {
            return new Part(share.some(), share.share(), share.low(), share.high());
        }
    }
}
