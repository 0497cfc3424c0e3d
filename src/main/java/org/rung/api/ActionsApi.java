package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionId;
import org.rung.actions.Actions;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.Campaigns;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/actions")
@Tag(name = "Actions", description = "Dated evidence of what supporters did; it moves them on the ladders")
class ActionsApi {
    private final Actions actions;
    private final Texters texters;
    private final Campaigns campaigns;
    private final Supporters supporters;
    private final Clock clock;

    ActionsApi(Actions actions, Texters texters, Campaigns campaigns, Supporters supporters, Clock clock) {
        this.actions = actions;
        this.texters = texters;
        this.campaigns = campaigns;
        this.supporters = supporters;
        this.clock = clock;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.RECORD_ACTIONS)
    @Operation(
            summary = "Record an action, or up to 1,000 of them",
            description = "All or none. An `onceKey` that was recorded before answers with the action of then, and adds"
                    + " nothing; standings follow at once.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            description = "One action, or a list of 1 to 1,000.",
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(oneOf = {ActionBody.class, ActionBody[].class}))))
    PageBody<Recorded> record(Actor.Token token, @RequestBody ActionsBody body) {
        if (body.actions().isEmpty()) throw new Problem.Invalid("actions", "problem.list-empty");
        var drafts = new ArrayList<ActionDraft>();
        for (var action : Given.list("actions", body.actions())) {
            var path = body.single() ? "" : "[" + drafts.size() + "].";
            drafts.add(action.read(path, clock.instant(), who -> texters.find(token, path + "credited", who)));
        }
        ours(token, body.actions());
        List<ActionId> ids = actions.recordAll(token, drafts);
        var items = new ArrayList<Recorded>();
        for (int i = 0; i < ids.size(); i++) {
            items.add(
                    new Recorded(ids.get(i).text(), drafts.get(i).supporterId().text()));
        }
        return new PageBody<>(items, null);
    }

    @PostMapping(path = "/{id}/void", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.RECORD_ACTIONS)
    @Operation(
            summary = "Void an action that was recorded by mistake",
            description =
                    "It stays in the books and no longer counts; standings and promises follow at once. Voiding it again"
                            + " changes nothing. Goes to the audit log.")
    void voidOne(Actor.Token token, @PathVariable String id, @RequestBody Mistake mistake) {
        actions.voidAction(token, new ActionId(Id.parse("id", id)), Given.need("reason", mistake.reason()));
    }

    @Schema(name = "Mistake")
    record Mistake(
            @Schema(
                    description = "1 to 320 characters.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "Another Nia was at the door")
            @Nullable
            String reason) {}

    /** An occasion is an opaque number to the ladder: that it is this organization's is looked at here. */
    private void ours(Actor actor, List<ActionBody> bodies) {
        bodies.stream()
                .flatMap(body -> Stream.ofNullable(body.campaign()))
                .distinct()
                .map(id -> new CampaignId(Id.parse("campaign", id)))
                .filter(id -> campaigns.find(actor.organization(), id).isEmpty())
                .findFirst()
                .ifPresent(id -> {
                    throw new Problem.Missing("campaign", id);
                });
        var recruits = bodies.stream()
                .flatMap(body -> Stream.ofNullable(body.recruit()))
                .map(id -> new SupporterId(Id.parse("recruit", id)))
                .collect(Collectors.toSet());
        var known = supporters.all(actor.organization(), recruits);
        for (var recruit : recruits) {
            if (!known.containsKey(recruit)) throw new Problem.Missing("supporter", recruit);
        }
    }

    @Schema(name = "Action")
    record Recorded(
            @Schema(example = "0QKDP6Y8R9T3V") String id,
            @Schema(example = "0QKDP6Y8R9T3V") String supporter) {}
}
