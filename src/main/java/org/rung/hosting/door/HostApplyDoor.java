package org.rung.hosting.door;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rung.accounts.Organization;
import org.rung.accounts.Organizations;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.rung.events.Event;
import org.rung.events.EventState;
import org.rung.events.Events;
import org.rung.events.EventsPaths;
import org.rung.events.Locality;
import org.rung.events.Venue;
import org.rung.hosting.HostingDraft;
import org.rung.hosting.Hostings;
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

/** Where one applies to host under an umbrella; open to everyone, as signing up is. */
@RestController
class HostApplyDoor {
    private static final int LONGEST = 700;

    private final Events events;
    private final Hostings hostings;
    private final Organizations organizations;
    private final FormTime time;
    private final Crowding crowding;

    HostApplyDoor(Events events, Hostings hostings, Organizations organizations, FormTime time, Crowding crowding) {
        this.events = events;
        this.hostings = hostings;
        this.organizations = organizations;
        this.time = time;
        this.crowding = crowding;
    }

    private Optional<Event> umbrella(String code) {
        return events.byCode(code).filter(event -> event.umbrella() && event.state() == EventState.PUBLISHED);
    }

    @GetMapping("/e/{code}/host")
    ResponseEntity<String> open(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String thanks,
            HttpServletRequest asked) {
        Optional<Event> found = umbrella(code);
        if (found.isEmpty()) return Answers.gone(asked.getLocale());
        return thanks != null
                ? Answers.page(HttpStatus.OK, HostPage.thanks(asked.getLocale(), found.get()))
                : form(HttpStatus.OK, asked.getLocale(), found.get(), Map.of(), Optional.empty());
    }

    @PostMapping("/e/{code}/host")
    ResponseEntity<String> apply(
            @PathVariable String code, @RequestParam Map<String, String> form, HttpServletRequest asked) {
        Locale language = asked.getLocale();
        Optional<Event> found = umbrella(code);
        if (found.isEmpty()) return Answers.gone(language);
        Event event = found.get();
        if (!crowding.address(asked.getRemoteAddr())) return Answers.wait(language);
        String done = "/" + EventsPaths.open(code) + "/host?thanks=1";
        if (!form.getOrDefault("website", "").isEmpty()) return Answers.to(done);
        var given = form.entrySet().stream()
                .filter(one -> one.getValue().length() <= LONGEST)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var html = new Html(language);
        if (time.judge("host " + code, given.getOrDefault("t", "")) != FormTime.Verdict.FINE) {
            return form(
                    HttpStatus.OK,
                    language,
                    event,
                    given,
                    Optional.of(new HostPage.Wrong("", html.say("hosting.page.again"))));
        }
        try {
            HostingDraft draft = read(event, given, language);
            if (!crowding.number(code, draft.phone().text())) return Answers.wait(language);
            hostings.apply(event, draft);
            return Answers.to(done);
        } catch (Problem wrong) {
            String field = wrong instanceof Problem.Invalid invalid ? invalid.field() : "";
            var told = new HostPage.Wrong(field, wrong.in(html.language()));
            return form(HttpStatus.BAD_REQUEST, language, event, given, Optional.of(told));
        }
    }

    private HostingDraft read(Event event, Map<String, String> given, Locale language) {
        Organization home = organizations.get(event.organizationId());
        return new HostingDraft(
                given.getOrDefault("firstName", ""),
                given.getOrDefault("lastName", ""),
                PhoneNumbers.read(given.getOrDefault("phone", ""), home.country()),
                new Venue(
                        given.getOrDefault("placeName", ""),
                        given.getOrDefault("streetAddress", ""),
                        new Locality(given.getOrDefault("town", ""), given.getOrDefault("postalCode", "")),
                        given.containsKey("hidden"),
                        given.getOrDefault("access", ""),
                        ""),
                at(event, given, "from"),
                at(event, given, "until"),
                capacity(given.getOrDefault("capacity", "")),
                given.getOrDefault("words", ""),
                given.containsKey("texts") ? Optional.of(HostPage.consent(language, home.name())) : Optional.empty());
    }

    private static Instant at(Event event, Map<String, String> given, String which) {
        LocalDate day;
        try {
            day = LocalDate.parse(given.getOrDefault("day", ""));
        } catch (DateTimeException wrong) {
            throw new Problem.Invalid("day", "problem.missing");
        }
        try {
            return day.atTime(LocalTime.parse(given.getOrDefault(which, "")))
                    .atZone(event.zone())
                    .toInstant();
        } catch (DateTimeException wrong) {
            throw new Problem.Invalid(which.equals("from") ? "startsAt" : "endsAt", "problem.missing");
        }
    }

    private static Optional<Integer> capacity(String typed) {
        if (typed.isBlank()) return Optional.empty();
        if (!typed.strip().matches("\\d{1,6}")) throw new Problem.Invalid("capacity", "problem.from-to", 1, 100_000);
        return Optional.of(Integer.parseInt(typed.strip()));
    }

    private ResponseEntity<String> form(
            HttpStatus status,
            Locale language,
            Event event,
            Map<String, String> given,
            Optional<HostPage.Wrong> wrong) {
        String home = organizations.get(event.organizationId()).name();
        return Answers.page(status, HostPage.of(language, event, home, time.of("host " + event.code()), given, wrong));
    }
}
