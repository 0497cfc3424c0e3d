package org.rung.checkin.door;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.common.Sentence;
import org.rung.events.Countdown;
import org.rung.events.Event;
import org.rung.events.EventWhen;
import org.rung.hosting.KitFile;
import org.springframework.web.util.HtmlUtils;

/**
 * The page at the door: its frame comes from here, its list from the script, which keeps it for when there is no network.
 *
 * @param kit may be empty
 * @param files that come with the kit
 * @param coach by name, may be empty
 */
record DoorPage(
        Event event,
        Optional<Countdown> days,
        String organization,
        String token,
        String share,
        String kit,
        List<KitFile> files,
        String coach) {
    private static final String FRAME = """
            <!doctype html>
            <html lang="%s" dir="%s"><head><meta charset="utf-8"><title>%s</title>
            <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
            <link rel="stylesheet" href="/styles/tokens.css"><link rel="stylesheet" href="/styles/base.css">
            <link rel="stylesheet" href="/styles/events.css"><link rel="icon" href="/icons/rung.svg">%s</head>
            <body class="event-page door-page">%s</body></html>
            """;
    private static final String SCRIPT = "<script type=\"module\" src=\"/elements/door.js\"></script>";

    String of(Locale language, String dir) {
        String when = event.shifts().stream()
                .filter(shift -> !shift.cancelled())
                .limit(4)
                .map(shift -> EventWhen.span(shift, event.zone(), language))
                .collect(Collectors.joining(" · "));
        String main = """
                <main id="door" data-token="%s" data-event="%s" data-here="%s" data-there="%s" data-undo="%s" \
                data-offline="%s" data-saved="%s" data-sending="%s" data-none="%s" data-gone="%s" data-empty="%s" \
                data-maybe="%s" data-waiting="%s" data-cannot="%s">
                <p class="muted small">%s</p><h1>%s</h1><p>%s</p>%s
                <p id="door-state" class="notice" role="status" aria-live="polite"></p>
                <div id="door-told" role="alert"></div>
                <p class="door-count"><b id="door-in">0</b> / <span id="door-all">0</span> %s</p>
                <label class="visually-hidden" for="door-search">%s</label>
                <input id="door-search" type="search" autocomplete="off" placeholder="%s">
                <ul id="door-list" class="door-list"></ul>
                <details class="card pad"><summary>%s</summary>
                <form id="door-walk-in" class="event-form">
                <div class="event-field"><label for="w-first">%s</label><input id="w-first" autocomplete="off" required maxlength="80"></div>
                <div class="event-field"><label for="w-last">%s</label><input id="w-last" autocomplete="off" maxlength="80"></div>
                <div class="event-field"><label for="w-phone">%s</label><input id="w-phone" type="tel" autocomplete="off" required maxlength="40"></div>
                <label class="event-check"><input id="w-texts" type="checkbox"><span>%s</span></label>
                <button class="btn wide">%s</button></form></details>
                <details class="card pad"><summary>%s</summary><p class="small">%s</p>
                <p><a class="mono" href="%s">%s</a></p>
                <img src="/door/%s/share.svg" width="220" height="220" alt="%s"></details>
                <details class="card pad"><summary>%s</summary>
                <form class="event-form" method="post" action="/door/%s/message">
                <div class="event-field"><label for="m-words">%s</label><textarea id="m-words" name="words" rows="3" maxlength="600" required></textarea></div>
                <button class="btn wide">%s</button></form></details>
                %s<noscript><p class="notice bad">%s</p></noscript></main>""".formatted(
                        safe(token),
                        event.eventId().text(),
                        said(language, "checkin.here"),
                        said(language, "checkin.there"),
                        said(language, "checkin.undo"),
                        said(language, "checkin.offline"),
                        said(language, "checkin.saved"),
                        said(language, "checkin.sending"),
                        said(language, "checkin.none"),
                        said(language, "checkin.gone"),
                        said(language, "checkin.empty"),
                        said(language, "rsvps.state.MAYBE"),
                        said(language, "rsvps.state.WAITING"),
                        said(language, "rsvps.state.CANNOT"),
                        safe(organization),
                        safe(event.title()),
                        safe(when),
                        countdown(language),
                        said(language, "checkin.count"),
                        said(language, "checkin.search"),
                        said(language, "checkin.search"),
                        said(language, "checkin.walk-in"),
                        said(language, "checkin.walk-in.first"),
                        said(language, "checkin.walk-in.last"),
                        said(language, "checkin.walk-in.phone"),
                        safe(Sentence.of("checkin.walk-in.texts", organization).in(language)),
                        said(language, "checkin.walk-in.do"),
                        said(language, "checkin.share"),
                        said(language, "checkin.share.line"),
                        safe(share),
                        safe(share),
                        safe(token),
                        said(language, "checkin.share.picture"),
                        said(language, "checkin.message"),
                        safe(token),
                        said(language, "checkin.message.words"),
                        said(language, "checkin.message.do"),
                        help(language),
                        said(language, "checkin.script"));
        return FRAME.formatted(language.getLanguage(), dir, safe(event.title()), SCRIPT, main);
    }

    /** The script takes it away where there is no network: the page may be of another day then. */
    private String countdown(Locale language) {
        return days.map(left -> "<p id=\"door-days\" class=\"event-countdown\">"
                        + safe(left.said().in(language)) + "</p>")
                .orElse("");
    }

    /** What a host should know, and who helps them; nothing where nobody wrote it down. */
    private String help(Locale language) {
        if (kit.isEmpty() && files.isEmpty() && coach.isEmpty()) return "";
        return "<details class=\"card pad\"><summary>" + said(language, "checkin.kit") + "</summary>"
                + (coach.isEmpty()
                        ? ""
                        : "<p>" + safe(Sentence.of("checkin.coach", coach).in(language)) + "</p>")
                + (kit.isEmpty() ? "" : "<p class=\"lines\">" + safe(kit) + "</p>")
                + (files.isEmpty()
                        ? ""
                        : files.stream()
                                .map(this::file)
                                .collect(Collectors.joining("", "<ul class=\"kit-files\">", "</ul>")))
                + "</details>";
    }

    private String file(KitFile one) {
        return "<li><a href=\"/door/" + safe(token) + "/kit/" + one.kitFileId().text() + "\" download>"
                + safe(one.name()) + "</a> <span class=\"muted small\">" + one.kilobytes() + " kB</span></li>";
    }

    static String gone(Locale language, String dir) {
        return FRAME.formatted(
                language.getLanguage(),
                dir,
                said(language, "checkin.closed"),
                "",
                "<main><h1>" + said(language, "checkin.closed") + "</h1><p>" + said(language, "checkin.closed.line")
                        + "</p></main>");
    }

    static String pass(Locale language, String dir) {
        String main =
                "<main id=\"pass\" data-done=\"%s\" data-kept=\"%s\"><h1>%s</h1><p id=\"pass-told\" role=\"status\">%s</p></main>"
                        .formatted(
                                said(language, "checkin.pass.done"),
                                said(language, "checkin.pass.kept"),
                                said(language, "checkin.pass"),
                                said(language, "checkin.pass.line"));
        return FRAME.formatted(language.getLanguage(), dir, said(language, "checkin.pass"), SCRIPT, main);
    }

    private static String said(Locale language, String key) {
        return safe(Sentence.of(key).in(language));
    }

    private static String safe(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8");
    }
}
