package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.events.Event;
import org.rung.events.EventFilter;
import org.rung.events.EventId;
import org.rung.events.EventRow;
import org.rung.events.Events;
import org.rung.events.Shift;
import org.rung.rsvps.Rsvps;
import org.rung.settings.RungSettings;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/events")
@Tag(name = "Events", description = "Things to come to, who comes, and who was there")
class EventsApi {
    private final Events events;
    private final Rsvps rsvps;
    private final Repeats repeats;
    private final RungSettings settings;

    EventsApi(Events events, Rsvps rsvps, Repeats repeats, RungSettings settings) {
        this.events = events;
        this.rsvps = rsvps;
        this.repeats = repeats;
        this.settings = settings;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Needs({Permission.RUN_CAMPAIGNS, Permission.SEE_PEOPLE})
    @Operation(summary = "Make an event", description = "A draft, which nobody else sees until it is published.")
    ResponseEntity<EventBody> make(
            Actor.Token token,
            @Parameter(description = Repeats.WORDS, example = "7f9c2a52-2f0e-4c7e-9f0e-9f3b8f1f2d11")
                    @RequestHeader(name = Repeats.HEADER, required = false)
                    @Nullable
                    String key,
            @RequestBody EventDraftBody draft) {
        return repeats.once(token, "events", key, draft, EventBody.class, () -> {
            EventId id = events.make(token, draft.read());
            return ResponseEntity.created(URI.create("/api/v1/events/" + id.text()))
                    .body(one(token, id));
        });
    }

    @GetMapping
    @Needs(Permission.SEE_PEOPLE)
    @Operation(
            summary = "Events to come, the next first",
            description = "With `past=true` those that have ended, the latest first.")
    PageBody<EventBody> all(
            Actor.Token token,
            @Parameter(description = "Those that have ended.") @RequestParam(defaultValue = "false") boolean past,
            @Parameter(description = "Held under that umbrella.", example = "0QKDP6Y8R9T3V")
                    @RequestParam(required = false)
                    @Nullable
                    String under,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        var umbrella = Optional.ofNullable(under).map(text -> new EventId(Id.parse("under", text)));
        return PageBody.of(
                events.page(token, new EventFilter(past, umbrella, false), Paging.wanted(limit, after)),
                rows -> shown(token, rows.stream().map(EventRow::eventId).toList()));
    }

    @GetMapping("/{id}")
    @Needs(Permission.SEE_PEOPLE)
    @Operation(summary = "One event, with how many come to each shift")
    EventBody get(Actor.Token token, @PathVariable String id) {
        return one(token, id(id));
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs({Permission.RUN_CAMPAIGNS, Permission.SEE_PEOPLE})
    @Operation(
            summary = "Change an event",
            description =
                    "Needs the `sequence` that you have seen: 409 when somebody else has changed it meanwhile. Another"
                            + " time or place of a published one is told to everyone who comes.")
    EventBody change(Actor.Token token, @PathVariable String id, @RequestBody EventDraftBody draft) {
        events.change(token, id(id), draft.read(), Given.need("sequence", draft.sequence()));
        return one(token, id(id));
    }

    @PostMapping("/{id}/publish")
    @Needs({Permission.RUN_CAMPAIGNS, Permission.SEE_PEOPLE})
    @Operation(summary = "Publish an event", description = "Its page opens to everyone.")
    EventBody publish(Actor.Token token, @PathVariable String id) {
        events.publish(token, id(id));
        return one(token, id(id));
    }

    @PostMapping("/{id}/cancel")
    @Needs({Permission.RUN_CAMPAIGNS, Permission.SEE_PEOPLE})
    @Operation(summary = "Call an event off", description = "For good; whoever comes is told. Again, nothing happens.")
    EventBody cancel(Actor.Token token, @PathVariable String id) {
        events.cancel(token, id(id));
        return one(token, id(id));
    }

    static EventId id(String text) {
        return new EventId(Id.parse("id", text));
    }

    private EventBody one(Actor actor, EventId id) {
        return shown(actor, List.of(id)).stream().findFirst().orElseThrow(() -> new Problem.Missing("event", id));
    }

    private List<EventBody> shown(Actor actor, Collection<EventId> which) {
        var known = events.all(actor.organization(), which);
        var counts = rsvps.counts(
                actor.organization(),
                known.values().stream()
                        .flatMap(event -> event.shifts().stream())
                        .map(Shift::shiftId)
                        .toList());
        return which.stream()
                .flatMap(id -> Optional.<Event>ofNullable(known.get(id)).stream())
                .map(event -> EventBody.of(event, counts, settings.publicUrl().toString()))
                .toList();
    }
}
