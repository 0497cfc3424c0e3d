package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.turf.Drift;
import org.rung.turf.FrozenTurfs;
import org.rung.turf.TurfId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/turfs/{id}")
@Tag(name = "Turf", description = "Cuts of supporters: saved filters and frozen lists")
class FrozenTurfsApi {
    private final FrozenTurfs frozen;

    FrozenTurfsApi(FrozenTurfs frozen) {
        this.frozen = frozen;
    }

    @PostMapping(path = "/lists", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.CUT_TURF)
    @Operation(
            summary = "Divide a turf into equal frozen lists",
            description = "Everyone who is in it now goes into one of them, by chance. The turf stays as it is.")
    Lists divide(Actor.Token token, @PathVariable String id, @RequestBody Parts parts) {
        return new Lists(frozen.divide(token, id(id), Given.need("parts", parts.parts())).stream()
                .map(TurfId::text)
                .toList());
    }

    @GetMapping("/drift")
    @Needs(Permission.CUT_TURF)
    @Operation(
            summary = "How a frozen list differs by now from the filter it was frozen from",
            description =
                    "Each number is at most 50,000, which then means that many or more. A turf that is a filter, and a"
                            + " list that was put together by hand, answer 409.")
    Drifted drift(Actor.Token token, @PathVariable String id) {
        return Drifted.of(frozen.drift(token, id(id)).orElseThrow(() -> new Problem.Conflict("problem.turf-by-hand")));
    }

    @PostMapping("/freeze")
    @Needs(Permission.CUT_TURF)
    @Operation(
            summary = "Freeze a list anew",
            description =
                    "Who has left its filter goes, who has come into it joins; the answer says how many. Campaigns that"
                            + " have started keep whom they have. Asked again it changes what has changed since.")
    Drifted freeze(Actor.Token token, @PathVariable String id) {
        return Drifted.of(frozen.freezeAnew(token, id(id)));
    }

    private static TurfId id(String text) {
        return new TurfId(Id.parse("id", text));
    }

    @Schema(name = "TurfParts")
    record Parts(
            @Schema(
                    description = "From 2 to 50, and no more than there are people.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "4")
            @Nullable
            Integer parts) {}

    @Schema(name = "TurfLists")
    record Lists(
            @Schema(description = "The ids of the lists.", example = "[\"0QKDP6Y8R9T3V\", \"0QKDP6Y8R9T3W\"]")
            List<String> turfs) {}

    @Schema(name = "TurfDrift")
    record Drifted(
            @Schema(description = "People who have left.", example = "12")
            long left,

            @Schema(description = "People who have come into it.", example = "30")
            long joined) {

        static Drifted of(Drift drift) {
            return new Drifted(drift.left(), drift.joined());
        }
    }
}
