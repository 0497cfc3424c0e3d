package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.payments.EndedBy;
import org.rung.payments.StandingGiftId;
import org.rung.payments.StandingGifts;
import org.rung.payments.StandingState;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/standing-gifts")
@Tag(name = PaymentsApi.TAG, description = PaymentsApi.WORDS)
class StandingGiftsApi {
    private final StandingGifts standings;

    StandingGiftsApi(StandingGifts standings) {
        this.standings = standings;
    }

    @GetMapping
    @Needs(Permission.SEE_GIVING)
    @Operation(summary = "What people give every month, the latest begun first")
    PageBody<StandingGiftBody> page(
            Actor.Token token,
            @Parameter(description = "In this state: ACTIVE, FAILING or ENDED. Absent: in any.")
                    @RequestParam(required = false)
                    @Nullable
                    StandingState state,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageBody.of(
                standings.page(token, Optional.ofNullable(state), Paging.wanted(limit, after)),
                rows -> rows.stream()
                        .map(row -> StandingGiftBody.of(row.gift()))
                        .toList());
    }

    @GetMapping("/{id}")
    @Needs(Permission.SEE_GIVING)
    @Operation(summary = "One monthly gift")
    StandingGiftBody get(Actor.Token token, @PathVariable String id) {
        return StandingGiftBody.of(standings.get(token, id(id)));
    }

    @PostMapping("/{id}/stop")
    @Needs(Permission.SEE_GIVING)
    @Operation(
            summary = "Stop a monthly gift",
            description =
                    "At once, at the provider too; what was given stays given. Stopped again it changes nothing. 409"
                            + " when the provider does not answer: then it goes on.")
    StandingGiftBody stop(Actor.Token token, @PathVariable String id) {
        var gift = id(id);
        if (standings.get(token, gift).state() != StandingState.ENDED) standings.stop(token, gift, EndedBy.MEMBER);
        return StandingGiftBody.of(standings.get(token, gift));
    }

    private static StandingGiftId id(String text) {
        return new StandingGiftId(Id.parse("id", text));
    }
}
