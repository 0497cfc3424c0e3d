package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.campaigns.CampaignCopies;
import org.rung.campaigns.CampaignGoals;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignLimits;
import org.rung.campaigns.CampaignSchedule;
import org.rung.campaigns.CampaignTerms;
import org.rung.campaigns.Campaigns;
import org.rung.campaigns.OneOfHousehold;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.ladder.RungId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What holds for a campaign beside its script and people, and campaigns made from others. */
@RestController
@RequestMapping("/api/v1/campaigns")
@Tag(name = "Campaigns", description = "Script, turf, texters and hours, from draft to end")
class CampaignTermsApi {
    private final Campaigns campaigns;
    private final CampaignSchedule schedule;
    private final CampaignLimits limits;
    private final CampaignCopies copies;
    private final OneOfHousehold households;
    private final CampaignGoals goals;

    CampaignTermsApi(
            Campaigns campaigns,
            CampaignSchedule schedule,
            CampaignLimits limits,
            CampaignCopies copies,
            OneOfHousehold households,
            CampaignGoals goals) {
        this.campaigns = campaigns;
        this.schedule = schedule;
        this.limits = limits;
        this.copies = copies;
        this.households = households;
        this.goals = goals;
    }

    @GetMapping("/{id}/terms")
    @Needs(Permission.RUN_CAMPAIGNS)
    @Operation(summary = "When a campaign starts and ends by itself, its limits and the number it is after")
    TermsBody terms(Actor.Token token, @PathVariable String id) {
        return TermsBody.of(campaigns.get(token, id(id)).terms());
    }

    @PutMapping(path = "/{id}/schedule", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.RUN_CAMPAIGNS)
    @Operation(
            summary = "Say when a campaign starts and ends by itself",
            description = "Both at once: what is left out happens by hand alone. It starts only if every required check"
                    + " still holds at that moment; otherwise organizers are told which one failed. At its end,"
                    + " first texts not yet taken are cancelled.")
    TermsBody schedule(Actor.Token token, @PathVariable String id, @RequestBody Times times) {
        schedule.set(token, id(id), Optional.ofNullable(times.startsAt()), Optional.ofNullable(times.endsAt()));
        return terms(token, id);
    }

    @PutMapping(path = "/{id}/limits", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.RUN_CAMPAIGNS)
    @Operation(
            summary = "Say how many people are texted first, how many a texter takes in a day, and what the goal is",
            description =
                    "All at once: what is left out has no limit. After `sample` people the campaign pauses by itself;"
                            + " let it run on with `start`.")
    TermsBody limit(Actor.Token token, @PathVariable String id, @RequestBody Limits wanted) {
        limits.set(token, id(id), Optional.ofNullable(wanted.sample()), Optional.ofNullable(wanted.dayCap()));
        limits.aim(token, id(id), Optional.ofNullable(wanted.goalNumber()));
        return terms(token, id);
    }

    @PutMapping(path = "/{id}/goal-rung", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.RUN_CAMPAIGNS)
    @Operation(
            summary = "Say to which rung of a ladder a draft wants people to come",
            description = "In place of an action as its goal; without a rung it is after neither. People count who came"
                    + " to that rung after their first text had left. Once the campaign has started it stays as it is.")
    TermsBody reach(Actor.Token token, @PathVariable String id, @RequestBody GoalRung wanted) {
        goals.reach(token, id(id), Optional.ofNullable(wanted.rung()).map(rung -> new RungId(Given.id("rung", rung))));
        return terms(token, id);
    }

    @PutMapping(path = "/{id}/household", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.RUN_CAMPAIGNS)
    @Operation(
            summary = "Say whether a campaign texts one person of each household first",
            description = "Of those who live at one address or share a number, whoever is known the longest. Once the"
                    + " campaign has started it stays as it is.")
    HouseholdBody household(Actor.Token token, @PathVariable String id, @RequestBody HouseholdBody wanted) {
        households.set(token, id(id), Given.need("onePerHousehold", wanted.onePerHousehold()));
        return new HouseholdBody(households.of(token.organization(), id(id)));
    }

    @PostMapping(path = "/{id}/copies", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.RUN_CAMPAIGNS)
    @Operation(
            summary = "Make a campaign, or a template, that is like another one",
            description =
                    "Turf, script, goal, sender, hours, limits and ready replies are taken over; what happened is not."
                            + " A template is a campaign that is copied and never starts.")
    ResponseEntity<CampaignBody> copy(Actor.Token token, @PathVariable String id, @RequestBody Copy copy) {
        var name = Given.need("name", copy.name());
        var made = Boolean.TRUE.equals(copy.template())
                ? copies.keep(token, id(id), name)
                : copies.copy(token, id(id), name, !Boolean.FALSE.equals(copy.texters()));
        return ResponseEntity.created(URI.create("/api/v1/campaigns/" + made.text()))
                .body(CampaignBody.of(campaigns.get(token, made), null));
    }

    @GetMapping("/templates")
    @Needs(Permission.RUN_CAMPAIGNS)
    @Operation(summary = "Templates, newest first")
    PageBody<CampaignBody> templates(
            Actor.Token token,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageBody.of(
                copies.templates(token, Paging.wanted(limit, after)),
                rows -> rows.stream().map(row -> CampaignBody.of(row, null)).toList());
    }

    private static CampaignId id(String text) {
        return new CampaignId(Id.parse("id", text));
    }

    @Schema(name = "CampaignHousehold")
    record HouseholdBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "true") @Nullable
            Boolean onePerHousehold) {}

    @Schema(name = "CampaignTerms")
    record TermsBody(
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,

            @Schema(description = "Kept to be copied; it never starts.")
            boolean template,

            @Schema(description = "How many people are texted before it pauses by itself.", example = "50") @Nullable
            Integer sample,

            @Schema(description = "Whether it has paused for that.")
            boolean sampleDone,

            @Schema(description = "First texts that one texter may take in a day.", example = "300") @Nullable
            Integer dayCap,

            @Schema(description = "How many supporters are to do what it is after.", example = "120") @Nullable
            Integer goalNumber,

            @Schema(description = "The rung to which they are to come.", example = "0QKDP6Y8R9T3V") @Nullable
            String goalRung) {

        static TermsBody of(CampaignTerms terms) {
            return new TermsBody(
                    terms.startsAt().orElse(null),
                    terms.endsAt().orElse(null),
                    terms.template(),
                    terms.sample().orElse(null),
                    terms.sampleDone(),
                    terms.dayCap().orElse(null),
                    terms.goalNumber().orElse(null),
                    terms.goalRung().map(RungId::text).orElse(null));
        }
    }

    @Schema(name = "CampaignTimes")
    record Times(
            @Schema(description = "To come; for a draft only.", example = "2026-12-01T17:00:00Z") @Nullable
            Instant startsAt,

            @Schema(description = "To come, and after the start.", example = "2026-12-03T20:00:00Z") @Nullable
            Instant endsAt) {}

    @Schema(name = "CampaignLimits")
    record Limits(
            @Schema(description = "1 to 1,000.", example = "50") @Nullable
            Integer sample,

            @Schema(description = "1 to 10,000.", example = "300") @Nullable
            Integer dayCap,

            @Schema(description = "1 to 10,000,000.", example = "120") @Nullable
            Integer goalNumber) {}

    @Schema(name = "CampaignGoalRung")
    record GoalRung(
            @Schema(description = "A rung above the lowest one, of any ladder.", example = "0QKDP6Y8R9T3V") @Nullable
            String rung) {}

    @Schema(name = "CampaignCopy")
    record Copy(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Rent meeting turnout, round two") @Nullable
            String name,

            @Schema(description = "Whether its texters text for the copy, too; true when not said.") @Nullable
            Boolean texters,

            @Schema(description = "Whether to keep it as a template; false when not said.") @Nullable
            Boolean template) {}
}
