package org.rung.openpages;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How the pages of events are answered. */
public final class Answers {
    private Answers() {}

    public static ResponseEntity<String> page(HttpStatus status, String html) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .body(html);
    }

    /** With a content policy of its own, for the one that may do more than the others of its room. */
    public static ResponseEntity<String> page(HttpStatus status, String html, String policy) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", policy)
                .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .body(html);
    }

    /** One heading, one sentence. */
    public static String plain(Locale asked, String which) {
        var html = new Html(asked);
        String title = html.say("openpages.plain." + which);
        return html.tag("h1", "", title)
                .p(html.say("openpages.plain." + which + ".line"))
                .page(title, false);
    }

    public static ResponseEntity<String> gone(Locale asked) {
        return page(HttpStatus.NOT_FOUND, plain(asked, "gone"));
    }

    public static ResponseEntity<String> wait(Locale asked) {
        return page(HttpStatus.TOO_MANY_REQUESTS, plain(asked, "wait"));
    }

    public static ResponseEntity<String> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    public static ResponseEntity<byte[]> calendar(String text) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"event.ics\"")
                .contentType(MediaType.valueOf("text/calendar;charset=UTF-8"))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    public static ResponseEntity<byte[]> picture(byte[] svg) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.valueOf("image/svg+xml"))
                .body(svg);
    }
}
