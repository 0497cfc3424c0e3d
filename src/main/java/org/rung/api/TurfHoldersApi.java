package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.teams.TeamId;
import org.rung.turf.Acquainting;
import org.rung.turf.Holders;
import org.rung.turf.TurfHolders;
import org.rung.turf.TurfId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/turfs/{id}")
@Tag(name = "Turf", description = "Cuts of supporters: saved filters and frozen lists")
class TurfHoldersApi {
    private final TurfHolders holders;
    private final Acquainting acquainting;

    TurfHoldersApi(TurfHolders holders, Acquainting acquainting) {
        this.holders = holders;
        this.acquainting = acquainting;
    }

    @GetMapping("/holders")
    @Needs(Permission.SEE_PEOPLE)
    @Operation(summary = "To whom a turf is given")
    HoldersBody holders(Actor.Token token, @PathVariable String id) {
        return HoldersBody.of(holders.of(token, id(id)));
    }

    @PutMapping(path = "/holders", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.CUT_TURF)
    @Operation(
            summary = "Give a turf to members and teams",
            description =
                    "All at once: whoever is left out has it no more. Campaigns over it hand its people to them first,"
                            + " as far as nobody knows those people better.")
    HoldersBody give(Actor.Token token, @PathVariable String id, @RequestBody HoldersBody wanted) {
        holders.give(token, id(id), wanted.holders());
        return holders(token, id);
    }

    @PostMapping(path = "/known-lists", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.CUT_TURF)
    @Operation(
            summary = "Divide a turf by who knows whom",
            description =
                    "Makes a frozen list for each of these members and gives it to them: whoever they said to all that"
                            + " they know, the closest first, and of everyone else an equal part. Nobody is on two lists.")
    FrozenTurfsApi.Lists divide(Actor.Token token, @PathVariable String id, @RequestBody Texters wanted) {
        return new FrozenTurfsApi.Lists(
                acquainting.divide(token, id(id), members("members", Given.need("members", wanted.members()))).stream()
                        .map(TurfId::text)
                        .toList());
    }

    private static TurfId id(String text) {
        return new TurfId(Id.parse("id", text));
    }

    private static Set<MemberId> members(String field, @Nullable List<String> ids) {
        var members = new LinkedHashSet<MemberId>();
        for (var id : Given.list(field, ids)) members.add(new MemberId(Id.parse(field, id)));
        return members;
    }

    @Schema(name = "TurfTexters")
    record Texters(
            @Schema(
                    description = "1 to 50 members.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "[\"0QKDP6Y8R9T3V\"]")
            @Nullable
            List<String> members) {}

    @Schema(name = "TurfHolders")
    record HoldersBody(
            @Schema(description = "Ids of members.", example = "[\"0QKDP6Y8R9T3V\"]") @Nullable
            List<String> members,

            @Schema(description = "Ids of teams; whoever is in one has it too.", example = "[\"0QKDP6Y8R9T3W\"]")
            @Nullable
            List<String> teams) {

        static HoldersBody of(Holders holders) {
            return new HoldersBody(
                    holders.members().stream().map(MemberId::text).sorted().toList(),
                    holders.teams().stream().map(TeamId::text).sorted().toList());
        }

        Holders holders() {
            var inTeams = new LinkedHashSet<TeamId>();
            for (var id : Given.list("teams", teams)) inTeams.add(new TeamId(Id.parse("teams", id)));
            return new Holders(TurfHoldersApi.members("members", members), inTeams);
        }
    }
}
