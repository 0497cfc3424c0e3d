package org.rung.rsvps.door;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.accounts.Organization;
import org.rung.accounts.Organizations;
import org.rung.accounts.QrCode;
import org.rung.common.Id;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.rung.events.Event;
import org.rung.events.Events;
import org.rung.events.EventsPaths;
import org.rung.events.Shift;
import org.rung.events.ShiftId;
import org.rung.openpages.Answers;
import org.rung.openpages.Crowding;
import org.rung.openpages.FormTime;
import org.rung.openpages.Html;
import org.rung.rsvps.Rsvp;
import org.rung.rsvps.RsvpSource;
import org.rung.rsvps.Rsvps;
import org.rung.rsvps.SignUp;
import org.rung.rsvps.SignUps;
import org.rung.settings.RungSettings;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An event's page for everyone, its calendar file and its code as a picture. */
@RestController
class EventDoor {
    private final Events events;
    private final Rsvps rsvps;
    private final SignUps signUps;
    private final HeldPages held;
    private final Organizations organizations;
    private final FormTime time;
    private final Crowding crowding;
    private final RungSettings settings;
    private final Clock clock;

    EventDoor(
            Events events,
            Rsvps rsvps,
            SignUps signUps,
            HeldPages held,
            Organizations organizations,
            FormTime time,
            Crowding crowding,
            RungSettings settings,
            Clock clock) {
        this.events = events;
        this.rsvps = rsvps;
        this.signUps = signUps;
        this.held = held;
        this.organizations = organizations;
        this.time = time;
        this.crowding = crowding;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/e/{code}")
    ResponseEntity<String> open(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String thanks,
            @RequestParam(required = false) @Nullable String near,
            @RequestParam(name = "p", required = false) @Nullable String page,
            HttpServletRequest asked) {
        if (thanks != null) return Answers.page(HttpStatus.OK, Answers.plain(asked.getLocale(), "thanks"));
        return events.byCode(code)
                .map(event -> form(
                        HttpStatus.OK,
                        asked.getLocale(),
                        event,
                        SignUpForm.EMPTY,
                        HeldPages.near(near),
                        HeldPages.number(page)))
                .orElseGet(() -> Answers.gone(asked.getLocale()));
    }

    @PostMapping("/e/{code}")
    ResponseEntity<String> signUp(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String shift,
            @RequestParam(required = false) @Nullable String firstName,
            @RequestParam(required = false) @Nullable String lastName,
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable String texts,
            @RequestParam(required = false) @Nullable String website,
            @RequestParam(required = false) @Nullable String t,
            HttpServletRequest asked) {
        Locale language = asked.getLocale();
        Optional<Event> found = events.byCode(code);
        if (found.isEmpty()) return Answers.gone(language);
        Event event = found.get();
        if (!crowding.address(asked.getRemoteAddr())) return Answers.wait(language);
        // A program that fills in everything is thanked and learns nothing.
        if (website != null && !website.isEmpty()) {
            return Answers.to("/" + EventsPaths.open(code) + "?thanks=1");
        }
        var form = SignUpForm.of(shift, firstName, lastName, phone, texts);
        var html = new Html(language);
        if (time.judge(code, t == null ? "" : t) != FormTime.Verdict.FINE) {
            return form(HttpStatus.OK, language, event, form.wrong("", html.say("rsvps.page.again")));
        }
        try {
            Organization home = organizations.get(event.organizationId());
            PhoneNumber number = PhoneNumbers.read(form.phone(), home.country());
            if (!crowding.number(code, number.text())) return Answers.wait(language);
            Rsvp rsvp = signUps.signUp(
                    event,
                    new SignUp(
                            new ShiftId(Id.parse("shift", form.shift())),
                            form.firstName(),
                            form.lastName(),
                            number,
                            form.texts() ? Optional.of(EventPage.consent(language, home.name())) : Optional.empty()),
                    RsvpSource.PAGE);
            return Answers.to("/" + EventsPaths.guest(rsvp.token()));
        } catch (Problem.Invalid wrong) {
            return form(HttpStatus.BAD_REQUEST, language, event, form.wrong(wrong.field(), wrong.in(html.language())));
        } catch (Problem.Conflict | Problem.Missing late) {
            return form(HttpStatus.CONFLICT, language, event, form.wrong("", late.in(html.language())));
        }
    }

    @GetMapping("/e/{code}/{shift}.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String code, @PathVariable String shift) {
        return events.byCode(code)
                .flatMap(event -> shift(event, shift)
                        .map(found -> new EventCalendar(
                                event,
                                found,
                                settings.publicUrl().getHost(),
                                settings.publicUrl() + "/" + EventsPaths.open(code),
                                false,
                                false,
                                clock.instant())))
                .map(file -> Answers.calendar(file.text()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/e/{code}/qr.svg")
    ResponseEntity<byte[]> picture(@PathVariable String code) {
        return events.byCode(code)
                .map(event -> Answers.picture(QrCode.of(settings.publicUrl() + "/" + EventsPaths.open(code))
                        .svg()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static Optional<Shift> shift(Event event, String text) {
        return event.shifts().stream()
                .filter(one -> one.shiftId().text().equals(text))
                .findFirst();
    }

    private ResponseEntity<String> form(HttpStatus status, Locale language, Event event, SignUpForm form) {
        return form(status, language, event, form, "", 1);
    }

    private ResponseEntity<String> form(
            HttpStatus status, Locale language, Event event, SignUpForm form, String near, int page) {
        String html = EventPage.of(language, look(event, near, page), form, time.of(event.code()));
        return event.umbrella()
                ? Answers.page(status, html, EventChainConfiguration.CONTENT_WITH_MAP)
                : Answers.page(status, html);
    }

    private EventLook look(Event event, String near, int page) {
        return new EventLook(
                event,
                organizations.get(event.organizationId()),
                rsvps.counts(
                        event.organizationId(),
                        event.shifts().stream().map(Shift::shiftId).toList()),
                event.umbrella() ? Optional.of(held.look(event, near, page)) : Optional.empty(),
                clock.instant());
    }
}
