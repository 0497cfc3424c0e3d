package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rung.checkin.CheckInDraft;
import org.rung.checkin.CheckInResult;
import org.rung.checkin.CheckInWay;
import org.rung.checkin.CheckIns;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.common.Sentence;
import org.rung.events.Events;
import org.rung.events.ShiftId;
import org.rung.people.SupporterId;
import org.rung.rsvps.RsvpDraft;
import org.rung.rsvps.RsvpFilter;
import org.rung.rsvps.RsvpId;
import org.rung.rsvps.RsvpRow;
import org.rung.rsvps.RsvpSource;
import org.rung.rsvps.RsvpState;
import org.rung.rsvps.Rsvps;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/events/{id}")
@Tag(name = "Events", description = "Things to come to, who comes, and who was there")
class RsvpsApi {
    private final Events events;
    private final Rsvps rsvps;
    private final CheckIns checkIns;
    private final Clock clock;

    RsvpsApi(Events events, Rsvps rsvps, CheckIns checkIns, Clock clock) {
        this.events = events;
        this.rsvps = rsvps;
        this.checkIns = checkIns;
        this.clock = clock;
    }

    @GetMapping("/rsvps")
    @Needs(Permission.SEE_PEOPLE)
    @Operation(summary = "Who comes to an event, by name")
    PageBody<RsvpBody> all(
            Actor.Token token,
            @PathVariable String id,
            @Parameter(description = "Only those of that state.", example = "COMING")
                    @RequestParam(required = false)
                    @Nullable
                    RsvpState state,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        var event = events.get(token, EventsApi.id(id));
        var filter = new RsvpFilter(
                Optional.empty(), Optional.ofNullable(state).map(Set::of).orElse(Set.of()), "");
        return PageBody.of(
                rsvps.page(token, event.eventId(), filter, Paging.wanted(limit, after)),
                rows -> rows.stream().map(RsvpRow::rsvp).map(RsvpBody::of).toList());
    }

    @PostMapping(path = "/rsvps", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs({Permission.RECORD_ACTIONS, Permission.SEE_PEOPLE})
    @Operation(
            summary = "Say that somebody comes, perhaps comes, or cannot",
            description =
                    "Whoever wants to come where all places are taken is WAITING, and gets the next that is free. The"
                            + " same again changes nothing.")
    RsvpBody say(Actor.Token token, @PathVariable String id, @RequestBody Wish wish) {
        var shift = new ShiftId(Given.id("shift", wish.shift()));
        var event = events.get(token, EventsApi.id(id));
        if (event.shift(shift).isEmpty()) throw new Problem.Missing("shift", shift);
        return RsvpBody.of(rsvps.say(
                token,
                new RsvpDraft(
                        shift,
                        new SupporterId(Given.id("supporter", wish.supporter())),
                        Given.need("state", wish.state()),
                        RsvpSource.API,
                        Optional.empty(),
                        Boolean.TRUE.equals(wish.texts()))));
    }

    @PostMapping(path = "/check-ins", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs({Permission.RECORD_ACTIONS, Permission.SEE_PEOPLE})
    @Operation(
            summary = "Tell who was there",
            description =
                    "At most 500. Each stands for itself and is recorded once by its `key`: DONE, ALREADY, or REFUSED"
                            + " with the reason. It is evidence of attendance, verified by SYSTEM.")
    PageBody<Result> checkIn(Actor.Token token, @PathVariable String id, @RequestBody Arrivals arrivals) {
        Instant now = clock.instant();
        List<CheckInDraft> drafts = Given.list("checkIns", arrivals.checkIns()).stream()
                .map(one -> one.read(now))
                .toList();
        return new PageBody<>(
                checkIns.take(token, EventsApi.id(id), drafts).stream()
                        .map(Result::of)
                        .toList(),
                null);
    }

    @Schema(name = "RsvpDraft")
    record Wish(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "0QKDP6Y8R9T3V") @Nullable
            String supporter,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "0QKDP6Y8R9T3V") @Nullable
            String shift,

            @Schema(
                    description = "COMING, MAYBE or CANNOT.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "COMING")
            @Nullable
            RsvpState state,

            @Schema(description = "They want texts about it; false when not said.") @Nullable
            Boolean texts) {}

    @Schema(name = "CheckInList")
    record Arrivals(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<Arrival> checkIns) {}

    @Schema(name = "CheckInDraft")
    record Arrival(
            @Schema(
                    description = "Made by you, another one for each: letters, digits and dashes.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "door-17")
            @Nullable
            String key,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "0QKDP6Y8R9T3V") @Nullable
            String rsvp,

            @Schema(description = "Now when not said.", example = "2026-11-24T18:30:00Z") @Nullable
            Instant at) {
        CheckInDraft read(Instant now) {
            return new CheckInDraft(
                    Given.need("key", key),
                    new CheckInDraft.Came(new RsvpId(Given.id("rsvp", rsvp)), CheckInWay.API),
                    at == null ? now : at);
        }
    }

    @Schema(name = "CheckInResult")
    record Result(
            @Schema(example = "door-17") String key,
            CheckInResult.Outcome outcome,

            @Schema(
                    description = "Why it was refused, or what else there is to know.",
                    example = "was checked in already.")
            @Nullable
            String told) {
        static Result of(CheckInResult result) {
            return new Result(
                    result.key(),
                    result.outcome(),
                    result.told().map(RsvpsApi::english).orElse(null));
        }
    }

    private static String english(Sentence sentence) {
        return sentence.in(Locale.ENGLISH);
    }
}
