package org.rung.checkin.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.accounts.Organizations;
import org.rung.checkin.CheckInDraft;
import org.rung.checkin.CheckIns;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.rung.events.Event;
import org.rung.events.Events;
import org.rung.events.EventsPaths;
import org.rung.events.ShortCode;
import org.rung.openpages.Answers;
import org.rung.openpages.Crowding;
import org.rung.openpages.FormTime;
import org.rung.openpages.Html;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the code at the door opens: a guest says who they are, and is checked in; whether they were known, it does not say. */
@RestController
class HereDoor {
    private final Events events;
    private final CheckIns checkIns;
    private final Organizations organizations;
    private final FormTime time;
    private final Crowding crowding;

    HereDoor(Events events, CheckIns checkIns, Organizations organizations, FormTime time, Crowding crowding) {
        this.events = events;
        this.checkIns = checkIns;
        this.organizations = organizations;
        this.time = time;
        this.crowding = crowding;
    }

    private Optional<Event> event(String code, String pin) {
        return events.byCode(code).filter(event -> event.doorPin().equals(pin));
    }

    @GetMapping("/e/{code}/here/{pin}")
    ResponseEntity<String> open(
            @PathVariable String code,
            @PathVariable String pin,
            @RequestParam(required = false) @Nullable String thanks,
            HttpServletRequest asked) {
        // Five digits are guessed by who may ask often.
        if (!crowding.address(asked.getRemoteAddr())) return Answers.wait(asked.getLocale());
        return event(code, pin)
                .map(event -> thanks != null
                        ? Answers.page(HttpStatus.OK, thanks(asked.getLocale(), event))
                        : form(HttpStatus.OK, asked.getLocale(), event, "", "", "", Optional.empty()))
                .orElseGet(() -> Answers.gone(asked.getLocale()));
    }

    @PostMapping("/e/{code}/here/{pin}")
    ResponseEntity<String> here(
            @PathVariable String code,
            @PathVariable String pin,
            @RequestParam(defaultValue = "") String firstName,
            @RequestParam(defaultValue = "") String lastName,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String t,
            HttpServletRequest asked) {
        Locale language = asked.getLocale();
        if (!crowding.address(asked.getRemoteAddr())) return Answers.wait(language);
        Optional<Event> found = event(code, pin);
        if (found.isEmpty()) return Answers.gone(language);
        Event event = found.get();
        var html = new Html(language);
        if (time.judge("here " + code, t) == FormTime.Verdict.STALE) {
            return form(
                    HttpStatus.OK, language, event, firstName, lastName, phone, Optional.of(html.say("checkin.again")));
        }
        try {
            String number = PhoneNumbers.read(
                            phone, organizations.get(event.organizationId()).country())
                    .text();
            if (!crowding.number("here " + code, number)) return Answers.wait(language);
            checkIns.here(
                    event,
                    new CheckInDraft(
                            "here-" + ShortCode.token().replace('_', '-'),
                            new CheckInDraft.WalkIn(firstName, lastName, phone, Optional.empty()),
                            checkIns.now()));
            return Answers.to("/" + EventsPaths.here(code, pin) + "?thanks=1");
        } catch (Problem wrong) {
            return form(
                    HttpStatus.BAD_REQUEST,
                    language,
                    event,
                    firstName,
                    lastName,
                    phone,
                    Optional.of(wrong.in(html.language())));
        }
    }

    private static String thanks(Locale language, Event event) {
        var html = new Html(language);
        return html.tag("h1", "", html.say("checkin.self.done", event.title()))
                .p(html.say("checkin.self.done.line"))
                .page(event.title(), false);
    }

    private ResponseEntity<String> form(
            HttpStatus status,
            Locale language,
            Event event,
            String firstName,
            String lastName,
            String phone,
            Optional<String> wrong) {
        var html = new Html(language);
        html.p("muted small", organizations.get(event.organizationId()).name())
                .tag("h1", "", event.title())
                .raw("<form class=\"card pad event-form\" method=\"post\" action=\"/"
                        + EventsPaths.here(event.code(), event.doorPin()) + "\" novalidate>")
                .tag("h2", "", html.say("checkin.self"));
        wrong.ifPresent(words -> html.tag("p", "class=\"notice bad\" role=\"alert\"", words));
        field(html, "firstName", "text", "given-name", firstName, html.say("checkin.walk-in.first"));
        field(html, "lastName", "text", "family-name", lastName, html.say("checkin.walk-in.last"));
        field(html, "phone", "tel", "tel", phone, html.say("checkin.walk-in.phone"));
        html.raw("<input type=\"hidden\" name=\"t\" value=\"" + Html.safe(time.of("here " + event.code())) + "\">")
                .tag("button", "class=\"btn wide\"", html.say("checkin.self.do"))
                .raw("</form>");
        return Answers.page(status, html.page(event.title(), false));
    }

    private static void field(Html html, String name, String type, String kind, String value, String words) {
        html.raw("<div class=\"event-field\">")
                .tag("label", "for=\"" + name + "\"", words)
                .raw("<input id=\"" + name + "\" name=\"" + name + "\" type=\"" + type + "\" autocomplete=\"" + kind
                        + "\" maxlength=\"80\" value=\"" + Html.safe(value) + "\"></div>");
    }
}
