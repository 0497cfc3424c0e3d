package org.rung.checkin.door;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.accounts.Organizations;
import org.rung.accounts.QrCode;
import org.rung.checkin.CheckInDraft;
import org.rung.checkin.CheckInResult;
import org.rung.checkin.CheckIns;
import org.rung.common.Problem;
import org.rung.common.Sentence;
import org.rung.events.EventsPaths;
import org.rung.events.Hosts;
import org.rung.openpages.Html;
import org.rung.settings.RungSettings;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The host's page and what it fetches and sends. */
@RestController
class HostDoor {
    private final CheckIns checkIns;
    private final Organizations organizations;
    private final RungSettings settings;

    HostDoor(CheckIns checkIns, Organizations organizations, RungSettings settings) {
        this.checkIns = checkIns;
        this.organizations = organizations;
        this.settings = settings;
    }

    @GetMapping("/door/{token}")
    ResponseEntity<String> open(@PathVariable String token, HttpServletRequest asked) {
        Locale language = language(asked);
        return checkIns.door(token)
                .map(door -> page(
                        HttpStatus.OK,
                        new DoorPage(
                                        door.event(),
                                        door.event().countdown(checkIns.now()),
                                        organizations.get(door.organizationId()).name(),
                                        token,
                                        settings.publicUrl() + "/"
                                                + EventsPaths.open(door.event().code()),
                                        checkIns.kit(door),
                                        checkIns.kitFiles(door),
                                        checkIns.coach(door))
                                .of(language, dir(asked))))
                .orElseGet(() -> page(HttpStatus.NOT_FOUND, DoorPage.gone(language, dir(asked))));
    }

    /** Of the event's page, to be shown to whoever wants to come. */
    @GetMapping("/door/{token}/share.svg")
    ResponseEntity<byte[]> share(@PathVariable String token) {
        return checkIns.door(token)
                .map(door -> ResponseEntity.ok()
                        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=86400")
                        .contentType(MediaType.valueOf("image/svg+xml"))
                        .body(QrCode.of(settings.publicUrl() + "/"
                                        + EventsPaths.open(door.event().code()))
                                .svg()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/door/{token}/list")
    ResponseEntity<DoorAnswer> list(@PathVariable String token, HttpServletRequest asked) {
        return checkIns.door(token)
                .map(door -> answer(door, List.of(), language(asked)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping(path = "/door/{token}/check-ins", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DoorAnswer> send(@PathVariable String token, @RequestBody DoorBody body, HttpServletRequest asked) {
        Locale language = language(asked);
        return checkIns.door(token)
                .map(door -> answer(door, taken(door, body, language), language))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private List<CheckInResult> taken(Hosts.HostAtDoor door, DoorBody body, Locale language) {
        String consent = Sentence.of(
                        "checkin.walk-in.texts",
                        organizations.get(door.organizationId()).name())
                .in(language);
        List<CheckInResult> results = new ArrayList<>();
        List<CheckInDraft> drafts = new ArrayList<>();
        Optional.ofNullable(body.taps()).orElse(List.of()).stream()
                .filter(Objects::nonNull)
                .limit(CheckIns.MOST)
                .forEach(tap -> {
                    try {
                        drafts.add(tap.read(checkIns.now(), consent));
                    } catch (Problem unreadable) {
                        results.add(new CheckInResult(
                                Optional.ofNullable(tap.key()).orElse(""),
                                CheckInResult.Outcome.REFUSED,
                                Optional.of(unreadable.sentence())));
                    }
                });
        results.addAll(checkIns.take(door, drafts));
        return results;
    }

    private ResponseEntity<DoorAnswer> answer(Hosts.HostAtDoor door, List<CheckInResult> results, Locale language) {
        String nameless = Sentence.of("checkin.nameless").in(language);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new DoorAnswer(
                        checkIns.list(door).stream()
                                .sorted(Comparator.comparingInt(DoorAnswer.Guest::rank))
                                .map(row -> DoorAnswer.Guest.of(row, door.event(), language, nameless))
                                .toList(),
                        results.stream()
                                .map(result -> DoorAnswer.Result.of(result, language))
                                .toList()));
    }

    /** What a guest shows: a host's phone sends it on, anybody else's says what to do. */
    @GetMapping("/door/pass/{token}")
    ResponseEntity<String> pass(@PathVariable String token, HttpServletRequest asked) {
        return page(HttpStatus.OK, DoorPage.pass(language(asked), dir(asked)));
    }

    /** From here, because what works without a network must be told from under this path. */
    @GetMapping("/door/offline.js")
    ResponseEntity<byte[]> offline() throws IOException {
        var script = new ClassPathResource("META-INF/resources/elements/door-offline.js");
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .contentType(MediaType.valueOf("text/javascript;charset=UTF-8"))
                .body(script.getContentAsString(StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
    }

    private static String dir(HttpServletRequest asked) {
        return Html.direction(asked.getLocale());
    }

    private static Locale language(HttpServletRequest asked) {
        @Nullable Locale wanted = asked.getLocale();
        return wanted != null && wanted.getLanguage().equals("es") ? Locale.of("es") : Locale.ENGLISH;
    }

    private static ResponseEntity<String> page(HttpStatus status, String html) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex, nofollow")
                .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .body(html);
    }
}
