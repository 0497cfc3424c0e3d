package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.commitments.CommitmentState;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.giving.PledgeList;
import org.rung.giving.PledgeRow;
import org.rung.giving.Pledges;
import org.rung.people.SupporterId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Gifts", description = "What people gave and what went back; the giving ladder follows")
class PledgesApi {
    private final Pledges pledges;

    PledgesApi(Pledges pledges) {
        this.pledges = pledges;
    }

    @GetMapping("/pledges")
    @Needs(Permission.SEE_GIVING)
    @Operation(summary = "What people promised to give, what is due first comes first")
    PageBody<Pledge> page(
            Actor.Token token,
            @Parameter(description = "OPEN, OVERDUE, KEPT or RELEASED.") @RequestParam(defaultValue = "OPEN")
                    PledgeList list,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageBody.of(
                pledges.page(token, list, Paging.wanted(limit, after)),
                rows -> rows.stream().map(Pledge::of).toList());
    }

    @PostMapping(path = "/supporters/{id}/pledges", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.RECORD_ACTIONS)
    @Operation(
            summary = "Write down what someone promised to give",
            description =
                    "It is a commitment of the family GIVE, settled as those are; kept once their gifts since then add"
                            + " up to it. The same `onceKey` again answers with the pledge of then.")
    Made promise(Actor.Token token, @PathVariable String id, @RequestBody Draft draft) {
        return new Made(pledges.promise(
                        token,
                        new SupporterId(Id.parse("id", id)),
                        Given.need("amount", draft.amount()).read("amount"),
                        Optional.ofNullable(draft.day()),
                        Given.text(draft.note()),
                        Optional.of(Given.need("onceKey", draft.onceKey())))
                .text());
    }

    @Schema(name = "PledgeDraft")
    record Draft(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            ActionBody.@Nullable Amount amount,

            @Schema(description = "Until when, by the supporter's calendar, from today on.", example = "2026-12-24")
            @Nullable
            LocalDate day,

            @Schema(description = "At most 300 characters.", example = "after payday") @Nullable
            String note,

            @Schema(
                    description = "Made by you, another one for each pledge.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "pledge-4711")
            @Nullable
            String onceKey) {}

    @Schema(name = "PledgeMade")
    record Made(
            @Schema(description = "The commitment.", example = "0QKDP6Y8R9T3V")
            String id) {}

    @Schema(name = "Pledge")
    record Pledge(
            @Schema(description = "The commitment.", example = "0QKDP6Y8R9T3V")
            String id,

            @Schema(example = "0QKDP6Y8R9T3V") String supporter,
            @Schema(example = "USD") String currency,

            @Schema(description = "In the smallest unit.", example = "2500")
            long amount,

            @Schema(description = "What they gave since then.", example = "0")
            long given,

            CommitmentState state,
            Instant promisedAt,
            @Nullable Instant dueAt,

            @Schema(description = "May be empty.", example = "after payday")
            String note) {
        static Pledge of(PledgeRow row) {
            return new Pledge(
                    row.commitmentId().text(),
                    row.supporterId().text(),
                    row.amount().currency(),
                    row.amount().minor(),
                    row.givenMinor(),
                    row.state(),
                    row.promisedAt(),
                    row.dueAt().orElse(null),
                    row.note());
        }
    }
}
