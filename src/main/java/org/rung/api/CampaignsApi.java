package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.accounts.Organizations;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignTexters;
import org.rung.campaigns.Campaigns;
import org.rung.campaigns.Planning;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.links.Links;
import org.rung.texting.Assignments;
import org.rung.texting.Batch;
import org.rung.texting.Conversations;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/campaigns")
@Tag(name = "Campaigns", description = "Script, turf, texters and hours, from draft to end")
class CampaignsApi {
    private final Campaigns campaigns;
    private final CampaignTexters campaignTexters;
    private final Conversations conversations;
    private final Assignments assignments;
    private final Organizations organizations;
    private final Texters texters;
    private final Links links;
    private final Planning planning;
    private final Repeats repeats;

    CampaignsApi(
            Campaigns campaigns,
            CampaignTexters campaignTexters,
            Conversations conversations,
            Assignments assignments,
            Organizations organizations,
            Texters texters,
            Links links,
            Planning planning,
            Repeats repeats) {
        this.links = links;
        this.planning = planning;
        this.repeats = repeats;
        this.campaigns = campaigns;
        this.campaignTexters = campaignTexters;
        this.conversations = conversations;
        this.assignments = assignments;
        this.organizations = organizations;
        this.texters = texters;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.RUN_CAMPAIGNS)
    @Operation(
            summary = "Make a campaign",
            description = "As a draft. Hours and batch sizes that are not given are the organization's own.")
    ResponseEntity<CampaignBody> make(
            Actor.Token token,
            @Parameter(description = Repeats.WORDS, example = "7f9c2a52-2f0e-4c7e-9f0e-9f3b8f1f2d11")
                    @RequestHeader(name = Repeats.HEADER, required = false)
                    @Nullable
                    String key,
            @RequestBody CampaignBody.Draft draft) {
        return repeats.once(token, "campaigns", key, draft, CampaignBody.class, () -> make(token, draft));
    }

    private ResponseEntity<CampaignBody> make(Actor.Token token, CampaignBody.Draft draft) {
        var id = campaigns.make(token, draft.read(organizations.get(token.organization())));
        return ResponseEntity.created(URI.create("/api/v1/campaigns/" + id.text()))
                .body(CampaignBody.of(campaigns.get(token, id), null));
    }

    @GetMapping
    @Needs(Permission.RUN_CAMPAIGNS)
    @Operation(summary = "Campaigns, newest first")
    PageBody<CampaignBody> page(
            Actor.Token token,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageBody.of(
                campaigns.page(token, Paging.wanted(limit, after)),
                rows -> rows.stream().map(row -> CampaignBody.of(row, null)).toList());
    }

    @GetMapping("/{id}")
    @Needs({Permission.RUN_CAMPAIGNS, Permission.SEE_CONVERSATIONS})
    @Operation(summary = "A campaign, with how many of its conversations are in each state")
    CampaignBody get(Actor.Token token, @PathVariable String id) {
        var campaignId = id(id);
        Campaign campaign = campaigns.get(token, campaignId);
        return CampaignBody.of(campaign, conversations.counts(token, campaignId));
    }

    @GetMapping("/{id}/links")
    @Needs({Permission.RUN_CAMPAIGNS, Permission.SEE_CONVERSATIONS})
    @Operation(
            summary = "Where the texts of a campaign led, and how many people went there",
            description = "The newest address first. Openings by programs, such as previews, are counted apart.")
    PageBody<LinkBody> links(
            Actor.Token token,
            @PathVariable String id,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        var campaign = campaigns.get(token, id(id));
        return PageBody.of(
                links.of(token, campaign.campaignId().value(), Paging.wanted(limit, after)),
                rows -> rows.stream().map(LinkBody::of).toList());
    }

    @GetMapping("/{id}/plan")
    @Needs({Permission.RUN_CAMPAIGNS, Permission.SEE_CONVERSATIONS})
    @Operation(
            summary = "What a campaign's first texts will take",
            description =
                    "Texts, segments, cost, when the last one leaves inside everyone's hours, how many hours of texters"
                            + " it takes, and which bound holds it up most. Segments are reckoned from the real values of at most"
                            + " 200 people of the turf.")
    PlanBody plan(Actor.Token token, @PathVariable String id) {
        return PlanBody.of(planning.plan(token, id(id)));
    }

    @PostMapping("/{id}/start")
    @Needs(Permission.RUN_CAMPAIGNS)
    @Operation(
            summary = "Start a draft, or let a paused campaign run on",
            description = "Starting freezes the turf. A required check that fails is named, and nothing starts.")
    CampaignBody start(Actor.Token token, @PathVariable String id) {
        campaigns.start(token, id(id));
        return CampaignBody.of(campaigns.get(token, id(id)), null);
    }

    @PostMapping("/{id}/pause")
    @Needs(Permission.RUN_CAMPAIGNS)
    @Operation(summary = "Pause a campaign", description = "No new first texts; replies stay answerable.")
    CampaignBody pause(
            Actor.Token token,
            @PathVariable String id,
            @Parameter(description = "What texters and organizers read.", example = "Nobody answers replies at lunch")
                    @RequestParam(defaultValue = "Paused by another program")
                    String reason) {
        campaigns.pause(token, id(id), reason);
        return CampaignBody.of(campaigns.get(token, id(id)), null);
    }

    @PostMapping("/{id}/end")
    @Needs(Permission.RUN_CAMPAIGNS)
    @Operation(
            summary = "End a campaign for good",
            description = "First texts not yet taken are cancelled; replies stay answerable.")
    CampaignBody end(Actor.Token token, @PathVariable String id) {
        campaigns.end(token, id(id));
        return CampaignBody.of(campaigns.get(token, id(id)), null);
    }

    @PostMapping(path = "/{id}/texters", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs({Permission.RUN_CAMPAIGNS, Permission.ASSIGN})
    @Operation(summary = "Add texters to a campaign", description = "Adding someone twice changes nothing.")
    TextersNow addTexters(Actor.Token token, @PathVariable String id, @RequestBody TextersDraft draft) {
        var added = new LinkedHashSet<MemberId>();
        var named = Given.list("texters", Given.need("texters", draft.texters()));
        if (named.isEmpty()) throw new Problem.Invalid("texters", "problem.list-empty");
        for (int i = 0; i < named.size(); i++) added.add(texters.find(token, "texters[" + i + "]", named.get(i)));
        campaignTexters.add(token, id(id), added);
        return new TextersNow(campaignTexters.of(token.organization(), id(id)).stream()
                .map(MemberId::text)
                .toList());
    }

    @PostMapping(path = "/{id}/assignments", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.ASSIGN)
    @Operation(
            summary = "Hand out first texts to a texter of the campaign",
            description =
                    "Those who know the texter come first. What is handed out stays theirs unless it is told when it comes"
                            + " back. When fewer are given than asked for, `why` is the one reason.")
    Assigned assign(Actor.Token token, @PathVariable String id, @RequestBody AssignmentDraft draft) {
        var texter = texters.find(token, "texter", draft.texter());
        Batch batch = assignments.handOut(
                token,
                id(id),
                texter,
                Given.need("count", draft.count()),
                Optional.ofNullable(draft.expiresInMinutes()).map(Duration::ofMinutes));
        return new Assigned(
                texter.text(), batch.asked(), batch.firstTexts(), batch.why().orElse(null));
    }

    private static CampaignId id(String text) {
        return new CampaignId(Id.parse("id", text));
    }

    @Schema(name = "TextersDraft")
    record TextersDraft(
            @Schema(
                    description = "Member ids or e-mail addresses.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "[\"tess@example.org\"]")
            @Nullable
            List<String> texters) {}

    @Schema(name = "Texters")
    record TextersNow(
            @Schema(description = "Everyone who texts for the campaign, by id.")
            List<String> texters) {}

    @Schema(name = "AssignmentDraft")
    record AssignmentDraft(
            @Schema(
                    description = "A member's id or e-mail address.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "tess@example.org")
            @Nullable
            String texter,

            @Schema(
                    description = "How many, 1 to 1,000,000.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "50")
            @Nullable
            Integer count,

            @Schema(
                    description =
                            "After how many minutes what is unsent goes back to everyone, 5 to 43,200; never when not said.",
                    example = "480")
            @Nullable
            Integer expiresInMinutes) {}

    @Schema(name = "Assignment")
    record Assigned(
            @Schema(example = "0QKDP6Y8R9T3V") String texter,
            @Schema(example = "50") int asked,
            @Schema(example = "42") int given,
            Batch.@Nullable Short why) {}
}
