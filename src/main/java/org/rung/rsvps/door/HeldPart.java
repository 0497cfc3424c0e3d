package org.rung.rsvps.door;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rung.common.Sentence;
import org.rung.events.Event;
import org.rung.events.EventState;
import org.rung.events.EventWhen;
import org.rung.events.EventsPaths;
import org.rung.maps.Dot;
import org.rung.maps.PlainMap;
import org.rung.openpages.Html;

/** What is held under an umbrella: how many, which are near, a map of them, and all of them in a list. */
record HeldPart(Html html, Event umbrella, HeldLook look) {
    private static final String HERE = "#held";

    /** How far away its day is, and how many are with it. */
    void top() {
        if (umbrella.state() == EventState.CANCELLED) return;
        // What has ended says so itself.
        look.gathered()
                .countdown()
                .filter(days -> umbrella.state() == EventState.PUBLISHED)
                .ifPresent(days -> html.p(
                        "event-countdown" + (days.over() ? " over" : ""),
                        days.said().in(html.language())));
        if (!look.gathered().all().isEmpty()) {
            html.p(html.say(
                    "rsvps.page.held.count",
                    look.gathered().all().size(),
                    look.gathered().signedUp()));
        }
    }

    void all() {
        html.tag("h2", "id=\"held\"", html.say("rsvps.page.held"));
        if (look.gathered().toCome().isEmpty()) {
            boolean first = look.gathered().all().isEmpty() && umbrella.state() == EventState.PUBLISHED;
            html.p("muted", html.say(first ? "rsvps.page.held.none" : "rsvps.page.held.past"));
            return;
        }
        finder();
        map();
        if (look.rows().isEmpty()) {
            html.p("muted", html.say("rsvps.page.held.full"));
            return;
        }
        html.raw("<ul class=\"event-held\">");
        look.rows().forEach(this::one);
        html.raw("</ul>");
        pages();
    }

    private void finder() {
        html.raw("<form class=\"event-near\" role=\"search\" method=\"get\" action=\"/"
                        + EventsPaths.open(umbrella.code()) + HERE + "\"><div class=\"event-field\">")
                .tag("label", "for=\"near\"", html.say("rsvps.page.near"))
                .raw("<input id=\"near\" name=\"near\" type=\"search\" autocomplete=\"postal-code\" maxlength=\""
                        + HeldLook.LONGEST_NEAR + "\" value=\"" + Html.safe(look.near()) + "\"></div>")
                .tag("button", "class=\"btn\"", html.say("rsvps.page.near.do"))
                .raw("</form>");
        if (look.near().isEmpty()) return;
        look.from()
                .ifPresentOrElse(
                        from -> html.p("small muted", html.say("rsvps.page.near.from", from.said())),
                        () -> html.tag(
                                "p",
                                "class=\"notice warn\" role=\"alert\"",
                                html.say("rsvps.page.near.unknown", look.near())));
    }

    private void map() {
        List<Dot> dots = look.gathered().dots().stream()
                .map(dot -> new Dot(
                        dot.point(),
                        dot.gatherings(),
                        html.say(
                                "rsvps.page.map.dot",
                                dot.gatherings(),
                                dot.town().isEmpty() ? 0 : 1,
                                dot.town())))
                .toList();
        if (dots.isEmpty()) return;
        html.head(PlainMap.HEAD).raw(PlainMap.tag(html.language(), Sentence.of("rsvps.page.map"), dots));
    }

    private void one(HeldLook.Row row) {
        Event held = row.event();
        String place = held.venue().name();
        boolean named = !held.title().equals(umbrella.title());
        String when = held.open(look.gathered().now()).stream()
                .findFirst()
                .map(shift -> EventWhen.start(shift, held.zone(), html.language()))
                .orElse("");
        String far = row.miles()
                .map(miles -> html.say("rsvps.page.near.miles", miles))
                .orElse("");
        html.raw("<li>")
                .tag(
                        "a",
                        "href=\"/" + EventsPaths.open(held.code()) + "\"",
                        named || place.isEmpty() ? held.title() : place)
                .p(
                        "muted small",
                        joined(named ? place : "", held.venue().locality().town(), when, far))
                .raw("</li>");
    }

    private static String joined(String... parts) {
        return String.join(
                " · ", Stream.of(parts).filter(part -> !part.isEmpty()).toList());
    }

    private void pages() {
        if (look.pages() < 2) return;
        html.raw("<nav class=\"event-pages\" aria-label=\"" + Html.safe(html.say("rsvps.page.pages")) + "\">");
        if (look.page() > 1) page(look.page() - 1, "rsvps.page.pages.before", "prev");
        html.tag("span", "class=\"muted small\"", html.say("rsvps.page.pages.at", look.page(), look.pages()));
        if (look.page() < look.pages()) page(look.page() + 1, "rsvps.page.pages.next", "next");
        html.raw("</nav>");
    }

    private void page(int number, String words, String how) {
        String near = Optional.of(look.near())
                .filter(typed -> !typed.isEmpty())
                .map(typed -> "near=" + URLEncoder.encode(typed, StandardCharsets.UTF_8) + "&amp;")
                .orElse("");
        html.tag(
                "a",
                "class=\"btn ghost\" rel=\"" + how + "\" href=\"/" + EventsPaths.open(umbrella.code()) + "?" + near
                        + "p=" + number + HERE + "\"",
                html.say(words));
    }
}
