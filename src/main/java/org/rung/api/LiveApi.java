package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignTexters;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.live.Live;
import org.rung.live.TexterNotes;
import org.rung.teams.TeamId;
import org.rung.texting.Reviews;
import org.rung.texting.WorkMoveId;
import org.rung.texting.WorkMoves;
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

/** A campaign while it runs. */
@RestController
@RequestMapping("/api/v1/campaigns")
@Tag(name = "Campaigns", description = "Script, turf, texters and hours, from draft to end")
class LiveApi {
    private final Live live;
    private final WorkMoves moves;
    private final TexterNotes notes;
    private final Reviews reviews;
    private final CampaignTexters campaignTexters;
    private final Texters texters;

    LiveApi(
            Live live,
            WorkMoves moves,
            TexterNotes notes,
            Reviews reviews,
            CampaignTexters campaignTexters,
            Texters texters) {
        this.live = live;
        this.moves = moves;
        this.notes = notes;
        this.reviews = reviews;
        this.campaignTexters = campaignTexters;
        this.texters = texters;
    }

    @GetMapping("/{id}/live")
    @Needs({Permission.RUN_CAMPAIGNS, Permission.SEE_CONVERSATIONS})
    @Operation(
            summary = "How a campaign that has started is doing now",
            description =
                    "Texters are listed, and what waits for a decision counted, where the token may also assign work.")
    LiveBody live(Actor.Token token, @PathVariable String id) {
        return LiveBody.of(live.page(token, id(id)));
    }

    @PostMapping(path = "/{id}/moves", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.ASSIGN)
    @Operation(
            summary = "Move work between the texters of a campaign",
            description =
                    "Evenly, and as little as possible. What somebody sends, answers or moves in the same moment stays with"
                            + " them. What is with an organizer or rests until a day stays where it is. Where there was nothing to"
                            + " move, `moved` is 0 and there is no `id`.")
    WorkMoveBody move(Actor.Token token, @PathVariable String id, @RequestBody WorkMoveBody.Draft draft) {
        var wanted = draft.read(token, texters);
        return moves.move(token, id(id), wanted)
                .map(WorkMoveBody::of)
                .orElseGet(() -> WorkMoveBody.nothing(wanted.kind()));
    }

    @GetMapping("/{id}/moves")
    @Needs(Permission.ASSIGN)
    @Operation(summary = "Work that was moved in the last week, the newest first")
    PageBody<WorkMoveBody> moves(
            Actor.Token token,
            @PathVariable String id,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageBody.of(
                moves.page(token, id(id), Paging.wanted(limit, after)),
                rows -> rows.stream().map(WorkMoveBody::of).toList());
    }

    @PostMapping("/moves/{move}/undo")
    @Needs(Permission.ASSIGN)
    @Operation(
            summary = "Put back work that was moved",
            description = "Within twelve hours, and only what nobody has texted or moved since.")
    PutBack undo(
            Actor.Token token,
            @Parameter(description = "The move's id.", example = "0QKDP6Y8R9T3V") @PathVariable String move) {
        return new PutBack(moves.undo(token, new WorkMoveId(Id.parse("move", move))));
    }

    @PostMapping(path = "/{id}/teams", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs({Permission.RUN_CAMPAIGNS, Permission.ASSIGN})
    @Operation(
            summary = "Add everyone of a team who may text to a campaign",
            description = "Those of it who may not are left out. Who joins the team later does not join the campaign.")
    TeamAdded addTeam(Actor.Token token, @PathVariable String id, @RequestBody TeamDraft draft) {
        return new TeamAdded(campaignTexters.addTeam(token, id(id), new TeamId(Given.id("team", draft.team()))));
    }

    @PostMapping(path = "/{id}/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.RUN_CAMPAIGNS)
    @Operation(
            summary = "Tell all texters of a campaign something",
            description = "Each of them sees it at home until they have read it.")
    Message tell(Actor.Token token, @PathVariable String id, @RequestBody Words words) {
        return new Message(
                notes.tell(token, id(id), Given.need("words", words.words())).text());
    }

    @PostMapping("/texters/{texter}/reviewed")
    @Needs(Permission.ASSIGN)
    @Operation(
            summary = "Say that somebody has looked at the first texts of a new texter",
            description = "They take as many as they like from now on, in every campaign.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reviewed(
            Actor.Token token,
            @Parameter(description = "A member's id or e-mail address.", example = "tess@example.org") @PathVariable
                    String texter) {
        reviews.free(token, texters.find(token, "texter", texter));
    }

    private static CampaignId id(String text) {
        return new CampaignId(Id.parse("id", text));
    }

    @Schema(name = "WorkPutBack")
    record PutBack(
            @Schema(description = "How many conversations went back.", example = "11")
            int back) {}

    @Schema(name = "CampaignTeamDraft")
    record TeamDraft(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "0QKDP6Y8R9T3V") @Nullable
            String team) {}

    @Schema(name = "CampaignTeamAdded")
    record TeamAdded(
            @Schema(description = "How many of the team text for the campaign now.", example = "8")
            int texters) {}

    @Schema(name = "TexterMessageDraft")
    record Words(
            @Schema(
                    description = "1 to 500 characters.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "The meeting has moved to the school at Oak Street.")
            @Nullable
            String words) {}

    @Schema(name = "TexterMessage")
    record Message(@Schema(example = "0QKDP6Y8R9T3V") String id) {}
}
