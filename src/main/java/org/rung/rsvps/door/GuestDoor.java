package org.rung.rsvps.door;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.accounts.Organizations;
import org.rung.accounts.QrCode;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.events.Event;
import org.rung.events.Events;
import org.rung.events.EventsPaths;
import org.rung.events.Shift;
import org.rung.openpages.Answers;
import org.rung.rsvps.Rsvp;
import org.rung.rsvps.RsvpDraft;
import org.rung.rsvps.RsvpState;
import org.rung.rsvps.Rsvps;
import org.rung.settings.RungSettings;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A guest's own page, by a token that nobody guesses. */
@RestController
class GuestDoor {
    private final Events events;
    private final Rsvps rsvps;
    private final Organizations organizations;
    private final RungSettings settings;
    private final Clock clock;

    GuestDoor(Events events, Rsvps rsvps, Organizations organizations, RungSettings settings, Clock clock) {
        this.events = events;
        this.rsvps = rsvps;
        this.organizations = organizations;
        this.settings = settings;
        this.clock = clock;
    }

    private record Visit(Rsvp rsvp, Event event, Shift shift) {}

    private Optional<Visit> visit(String token) {
        return rsvps.byToken(token)
                .flatMap(rsvp -> events.find(rsvp.organizationId(), rsvp.eventId())
                        .flatMap(event -> event.shift(rsvp.shiftId()).map(shift -> new Visit(rsvp, event, shift))));
    }

    @GetMapping("/r/{token}")
    ResponseEntity<String> open(@PathVariable String token, HttpServletRequest asked) {
        return visit(token)
                .map(visit -> Answers.page(
                        HttpStatus.OK,
                        new GuestPage(
                                        visit.event(),
                                        visit.shift(),
                                        organizations.get(visit.rsvp().organizationId()),
                                        visit.rsvp(),
                                        visit.event().open(clock.instant()).contains(visit.shift()),
                                        rsvps.confirmed(visit.rsvp()))
                                .of(asked.getLocale())))
                .orElseGet(() -> Answers.gone(asked.getLocale()));
    }

    @PostMapping("/r/{token}")
    ResponseEntity<String> change(
            @PathVariable String token,
            @RequestParam(name = "do", required = false) @Nullable String what,
            HttpServletRequest asked) {
        Optional<Visit> visit = visit(token);
        if (visit.isEmpty()) return Answers.gone(asked.getLocale());
        Rsvp rsvp = visit.get().rsvp();
        try {
            switch (what == null ? "" : what) {
                case "confirm" -> rsvps.confirm(rsvp);
                case "coming" -> say(rsvp, RsvpState.COMING);
                case "cannot" -> say(rsvp, RsvpState.CANNOT);
                default -> {}
            }
        } catch (Problem.Conflict late) {
            // The page says what is so now.
            return Answers.to("/" + EventsPaths.guest(token));
        }
        return Answers.to("/" + EventsPaths.guest(token));
    }

    private void say(Rsvp rsvp, RsvpState wish) {
        rsvps.say(
                new Actor.System(rsvp.organizationId()),
                new RsvpDraft(rsvp.shiftId(), rsvp.supporterId(), wish, rsvp.source(), rsvp.phone(), rsvp.texts()));
    }

    @GetMapping("/r/{token}/event.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String token) {
        return visit(token)
                .map(visit -> new EventCalendar(
                                visit.event(),
                                visit.shift(),
                                settings.publicUrl().getHost(),
                                settings.publicUrl() + "/" + EventsPaths.guest(token),
                                visit.rsvp().state().accepted(),
                                visit.rsvp().state() == RsvpState.CANNOT,
                                clock.instant())
                        .text())
                .map(Answers::calendar)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** What the host scans. */
    @GetMapping("/r/{token}/pass.svg")
    ResponseEntity<byte[]> pass(@PathVariable String token) {
        return rsvps.byToken(token)
                .map(rsvp -> Answers.picture(QrCode.of(settings.publicUrl() + "/" + EventsPaths.pass(token))
                        .svg()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
