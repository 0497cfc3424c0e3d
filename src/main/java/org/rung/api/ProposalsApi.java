package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.confirmations.Confirmations;
import org.rung.confirmations.Proposal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/proposals")
@Tag(name = "Ladders", description = "Commitment and giving, never merged")
class ProposalsApi {
    private final Confirmations confirmations;

    ProposalsApi(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    @GetMapping
    @Needs({Permission.SEE_LADDER, Permission.SEE_PEOPLE})
    @Operation(
            summary = "Who is proposed for a rung that a member confirms",
            description = "Who waits longest first. A member decides, who has talked with them: programs do not.")
    PageBody<Shown> all(
            Actor.Token token,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageBody.of(
                confirmations.page(token, Paging.wanted(limit, after)),
                rows -> rows.stream().map(Shown::of).toList());
    }

    @Schema(name = "Proposal")
    record Shown(
            @Schema(example = "0QKDP6Y8R9T3V") String supporter,
            @Schema(example = "0QKDP6Y8R9T3V") String ladder,

            @Schema(description = "The rung they are proposed for.", example = "Leading")
            String rung,

            @Schema(description = "When the newest evidence happened.")
            Instant at,

            @Schema(description = "Until when they meet the rule if nothing more happens.")
            Instant until) {
        static Shown of(Proposal proposal) {
            return new Shown(
                    proposal.supporterId().text(),
                    proposal.ladderId().text(),
                    proposal.rung(),
                    proposal.at(),
                    proposal.until());
        }
    }
}
