package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignScripts;
import org.rung.campaigns.ScriptMoveId;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.scripts.ScriptVersionId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns that are moved on to a newer version of their script. */
@RestController
@RequestMapping("/api/v1/campaigns")
@Tag(name = "Campaigns", description = "Script, turf, texters and hours, from draft to end")
class ScriptMovesApi {
    private final CampaignScripts scripts;

    ScriptMovesApi(CampaignScripts scripts) {
        this.scripts = scripts;
    }

    @GetMapping("/{id}/newer-script")
    @Needs(Permission.RUN_CAMPAIGNS)
    @Operation(
            summary = "What would change if a running campaign said its script as it is written now",
            description = "`newer` is false where the script is as the campaign says it; then there is nothing else.")
    NewerScriptBody newer(Actor.Token token, @PathVariable String id) {
        return scripts.newer(token, id(id)).map(NewerScriptBody::of).orElse(NewerScriptBody.NONE);
    }

    @PostMapping(path = "/{id}/script-moves", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.RUN_CAMPAIGNS)
    @Operation(
            summary = "Move a running or paused campaign on to the latest version of its script",
            description =
                    "Conversations keep what they answered and go on where that leads. `from` and `to` are those that"
                            + " `newer-script` named; where either is another by now, nothing changes.")
    ScriptMoveBody moveOn(Actor.Token token, @PathVariable String id, @RequestBody Wanted wanted) {
        return ScriptMoveBody.of(scripts.moveOn(
                token,
                id(id),
                new ScriptVersionId(Given.id("from", wanted.from())),
                new ScriptVersionId(Given.id("to", wanted.to()))));
    }

    @GetMapping("/{id}/script-moves")
    @Needs(Permission.RUN_CAMPAIGNS)
    @Operation(summary = "When a campaign was moved on to which version of its script, the newest first")
    List<ScriptMoveBody> moves(Actor.Token token, @PathVariable String id) {
        return scripts.moves(token, id(id)).stream().map(ScriptMoveBody::of).toList();
    }

    @PostMapping("/script-moves/{move}/undo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.RUN_CAMPAIGNS)
    @Operation(
            summary = "Move a campaign back to the version before",
            description = "While nobody has been texted by the campaign since.")
    void undo(
            Actor.Token token,
            @Parameter(description = "The move's id.", example = "0QKDP6Y8R9T3V") @PathVariable String move) {
        scripts.undo(token, new ScriptMoveId(Id.parse("move", move)));
    }

    private static CampaignId id(String text) {
        return new CampaignId(Id.parse("id", text));
    }

    @Schema(name = "ScriptMoveDraft")
    record Wanted(
            @Schema(
                    description = "The version that the campaign says.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "0QKDP6Y8R9T3V")
            @Nullable
            String from,

            @Schema(
                    description = "The latest version of its script.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "0QKDP6Y8R9T3W")
            @Nullable
            String to) {}
}
