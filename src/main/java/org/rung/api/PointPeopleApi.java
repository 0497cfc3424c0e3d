package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.people.SupporterId;
import org.rung.pointpeople.PointPeople;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Point people", description = "The one member who knows a supporter best")
class PointPeopleApi {
    private final PointPeople points;

    PointPeopleApi(PointPeople points) {
        this.points = points;
    }

    @GetMapping("/supporters/{id}/point-person")
    @Needs(Permission.SEE_PEOPLE)
    @Operation(summary = "Who knows a supporter best", description = "Without a member where nobody does.")
    Point of(Actor.Token token, @PathVariable String id) {
        return new Point(points.of(token, new SupporterId(Id.parse("id", id)))
                .map(member -> member.memberId().text())
                .orElse(null));
    }

    @PutMapping(path = "/supporters/{id}/point-person", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs({Permission.EDIT_PEOPLE, Permission.SEE_PEOPLE})
    @Operation(summary = "Say who knows a supporter best", description = "Nobody where the member is left out.")
    Point put(Actor.Token token, @PathVariable String id, @RequestBody Point point) {
        points.put(token, new SupporterId(Id.parse("id", id)), member(point.member()));
        return of(token, id);
    }

    @PostMapping(path = "/point-people", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs({Permission.EDIT_PEOPLE, Permission.SEE_PEOPLE})
    @Operation(
            summary = "Say who knows all of a filter best",
            description = "Everyone whom it matches now gets this point person in place of theirs.")
    Many putAll(Actor.Token token, @RequestBody Wish wish) {
        return new Many(
                points.putAll(token, Given.need("filter", wish.filter()).filter(), Set.of(), member(wish.member())));
    }

    private static Optional<MemberId> member(@Nullable String text) {
        return Optional.ofNullable(text).map(id -> new MemberId(Given.id("member", id)));
    }

    @Schema(name = "PointPerson")
    record Point(
            @Schema(description = "The member; absent for nobody.", example = "0QKDP6Y8R9T3V") @Nullable
            String member) {}

    @Schema(name = "PointPersonWish")
    record Wish(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            FilterBody filter,

            @Schema(description = "The member; absent for nobody.", example = "0QKDP6Y8R9T3V") @Nullable
            String member) {}

    @Schema(name = "PointPeopleChanged")
    record Many(
            @Schema(description = "How many supporters.", example = "120")
            int supporters) {}
}
