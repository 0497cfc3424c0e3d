package org.rung.links.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.rung.links.Clicks;
import org.rung.links.Knock;
import org.rung.links.Opened;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the short links of texts lead through. The address comes from the link's row alone. */
@RestController
class LinkDoor {
    private final Clicks clicks;

    LinkDoor(Clicks clicks) {
        this.clicks = clicks;
    }

    @GetMapping("/l/{code}")
    ResponseEntity<String> open(@PathVariable String code, HttpServletRequest request) {
        return answer(code, request, false);
    }

    /** The button of the page in between. */
    @PostMapping("/l/{code}")
    ResponseEntity<String> press(@PathVariable String code, HttpServletRequest request) {
        return answer(code, request, true);
    }

    /** A look whether a host leads here: the settings page offers it. */
    @GetMapping("/l/")
    ResponseEntity<String> works(HttpServletRequest request) {
        return page(HttpStatus.OK, LinkPage.works(request.getLocale()));
    }

    private ResponseEntity<String> answer(String code, HttpServletRequest request, boolean pressed) {
        var language = request.getLocale();
        return switch (clicks.open(knock(code, request, pressed))) {
            case Opened.Go(var url) ->
                plain(pressed ? HttpStatus.SEE_OTHER : HttpStatus.FOUND)
                        .location(URI.create(url))
                        .build();
            case Opened.Ask(var known, var url) -> page(HttpStatus.OK, LinkPage.ask(language, known, url));
            case Opened.Gone() -> page(HttpStatus.NOT_FOUND, LinkPage.gone(language));
            case Opened.Wait(var until) ->
                plain(HttpStatus.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(until.toSeconds() + 1))
                        .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                        .body(LinkPage.wait(language));
        };
    }

    private static Knock knock(String code, HttpServletRequest request, boolean pressed) {
        return new Knock(
                code,
                request.getServerName().toLowerCase(java.util.Locale.ROOT),
                request.getRemoteAddr(),
                request.getMethod().equals("HEAD"),
                pressed,
                request.isSecure(),
                said(request, HttpHeaders.USER_AGENT),
                said(request, HttpHeaders.ACCEPT),
                said(request, "Purpose")
                        + said(request, "Sec-Purpose")
                        + said(request, "X-Purpose")
                        + said(request, "X-Moz"),
                said(request, "Sec-Fetch-Mode"),
                said(request, "Sec-Fetch-Dest"));
    }

    private static String said(HttpServletRequest request, String header) {
        return Optional.ofNullable(request.getHeader(header)).orElse("");
    }

    private static ResponseEntity<String> page(HttpStatus status, String html) {
        return plain(status)
                .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .body(html);
    }

    private static ResponseEntity.BodyBuilder plain(HttpStatus status) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex, nofollow");
    }
}
