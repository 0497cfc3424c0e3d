package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rung.asks.Boards;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.ladder.Ladder;
import org.rung.ladder.LadderId;
import org.rung.ladder.LadderKind;
import org.rung.ladder.Ladders;
import org.rung.ladder.Rung;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/ladders")
@Tag(name = "Ladders", description = "Commitment and giving, never merged")
class LaddersApi {
    private final Ladders ladders;
    private final Boards boards;

    LaddersApi(Ladders ladders, Boards boards) {
        this.ladders = ladders;
        this.boards = boards;
    }

    @GetMapping
    @Needs(Permission.SEE_LADDER)
    @Operation(summary = "The ladders with their rungs, commitment first")
    PageBody<Shown> all(
            Actor.Token token,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        var page = Paging.slice(
                ladders.of(token.organization()), ladder -> ladder.ladderId().text(), Paging.wanted(limit, after));
        return PageBody.of(
                page,
                rows -> rows.stream().map(ladder -> Shown.of(ladder, Map.of())).toList());
    }

    @GetMapping("/{id}")
    @Needs(Permission.SEE_LADDER)
    @Operation(
            summary = "A ladder with how many people are on each rung",
            description = "Whoever the organization knows is on one rung of each ladder.")
    Shown get(Actor.Token token, @PathVariable String id) {
        var ladderId = new LadderId(Id.parse("id", id));
        var ladder = ladders.of(token.organization()).stream()
                .filter(one -> one.ladderId().equals(ladderId))
                .findFirst()
                .orElseThrow(() -> new Problem.Missing("ladder", ladderId));
        return Shown.of(ladder, boards.people(token, ladder));
    }

    @Schema(name = "Ladder")
    record Shown(
            @Schema(example = "0QKDP6Y8R9T3V") String id,
            LadderKind kind,
            @Schema(example = "Commitment") String name,
            @Schema(description = "The lowest first.") List<Step> rungs) {

        static Shown of(Ladder ladder, Map<Integer, Long> people) {
            return new Shown(
                    ladder.ladderId().text(),
                    ladder.kind(),
                    ladder.name(),
                    ladder.rungs().stream()
                            .map(rung -> Step.of(rung, people.get(rung.position())))
                            .toList());
        }
    }

    @Schema(name = "Rung")
    record Step(
            @Schema(example = "0QKDP6Y8R9T3V") String id,

            @Schema(description = "1 is the lowest.", example = "2")
            int position,

            @Schema(example = "Endorsing") String name,

            @Schema(description = "What it means to be there.")
            String blurb,

            @Schema(description = "How many stand there now; only for a single ladder.", example = "412") @Nullable
            Long people) {

        static Step of(Rung rung, @Nullable Long people) {
            return new Step(rung.rungId().text(), rung.position(), rung.name(), rung.blurb(), people);
        }
    }
}
