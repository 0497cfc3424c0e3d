package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.filters.PeopleOnMap;
import org.rung.maps.Look;
import org.rung.places.Box;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/people-map")
@Tag(name = "Supporters", description = "The people the organization knows")
class PeopleMapApi {
    private final PeopleOnMap map;

    PeopleMapApi(PeopleOnMap map) {
        this.map = map;
    }

    @GetMapping
    @Needs(Permission.SEE_PEOPLE)
    @Operation(
            summary = "How many people live where, in squares of a map",
            description =
                    "By their own coordinates or else by their postal code. Nobody is named; at most 2,000 squares.")
    Squares squares(
            Actor.Token token,
            @Parameter(description = "Degrees.", example = "37.5") @RequestParam double south,
            @Parameter(description = "Degrees.", example = "-122.6") @RequestParam double west,
            @Parameter(description = "Degrees.", example = "38.1") @RequestParam double north,
            @Parameter(description = "Degrees.", example = "-121.9") @RequestParam double east,
            @Parameter(
                            description =
                                    "0 to 18, as of a map of the world in 256 pixels: a square is 32 pixels wide.",
                            example = "10")
                    @RequestParam
                    int zoom) {
        var look = new Look(new Box(south, west, north, east), zoom);
        return new Squares(map.in(token.organization(), look).stream()
                .map(each -> new Square(each.point().latitude(), each.point().longitude(), each.people()))
                .toList());
    }

    @Schema(name = "PeopleMap")
    record Squares(List<Square> items) {}

    @Schema(name = "PeopleSquare")
    record Square(
            @Schema(description = "The middle of where its people are.", example = "37.8044")
            double latitude,

            @Schema(example = "-122.2712") double longitude,
            @Schema(example = "128") long people) {}
}
