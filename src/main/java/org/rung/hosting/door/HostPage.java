package org.rung.hosting.door;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rung.events.Event;
import org.rung.events.EventsPaths;
import org.rung.openpages.Html;

/** "Host one yourself": what it takes, and the form. */
final class HostPage {
    private HostPage() {}

    /**
     * What was wrong with what was typed.
     *
     * @param field what programs call it; empty where it is no field's fault
     */
    record Wrong(String field, String words) {
        /** The input that holds it. */
        String input() {
            return switch (field) {
                case "startsAt" -> "from";
                case "endsAt" -> "until";
                default -> field;
            };
        }
    }

    static String consent(Locale asked, String organization) {
        return new Html(asked).say("hosting.page.consent", organization);
    }

    /** @param given what was typed before, by the name of its field */
    static String of(
            Locale asked,
            Event event,
            String organization,
            String time,
            Map<String, String> given,
            Optional<Wrong> wrong) {
        var html = new Html(asked);
        html.p("muted small", organization)
                .tag("h1", "", html.say("hosting.page.title", event.title()))
                .p(html.say("hosting.page.line"));
        if (!event.kit().isEmpty()) {
            html.raw("<details class=\"card pad\"><summary>" + Html.safe(html.say("hosting.page.kit")) + "</summary>")
                    .lines("", event.kit())
                    .raw("</details>");
        }
        html.raw("<form class=\"card pad event-form\" method=\"post\" action=\"/" + EventsPaths.open(event.code())
                + "/host\" novalidate>");
        wrong.ifPresent(one -> html.tag("p", "class=\"notice bad\" role=\"alert\" id=\"wrong\"", one.words()));
        String bad = wrong.map(Wrong::input).orElse("");
        field(html, given, bad, "firstName", "text", "given-name", true);
        field(html, given, bad, "lastName", "text", "family-name", false);
        field(html, given, bad, "phone", "tel", "tel", true);
        field(html, given, bad, "placeName", "text", "off", true);
        field(html, given, bad, "streetAddress", "text", "street-address", false);
        field(html, given, bad, "town", "text", "address-level2", false);
        field(html, given, bad, "postalCode", "text", "postal-code", false);
        check(html, given, "hidden", html.say("hosting.page.hidden"));
        field(html, given, bad, "day", "date", "off", true);
        field(html, given, bad, "from", "time", "off", true);
        field(html, given, bad, "until", "time", "off", true);
        field(html, given, bad, "capacity", "number", "off", false);
        field(html, given, bad, "access", "text", "off", false);
        html.raw("<div class=\"event-field\">")
                .tag("label", "for=\"words\"", html.say("hosting.page.field.words"))
                .raw("<textarea id=\"words\" name=\"words\" rows=\"3\" maxlength=\"600\""
                        + marked(bad, "words") + ">"
                        + Html.safe(given.getOrDefault("words", "")) + "</textarea></div>");
        check(html, given, "texts", html.say("hosting.page.consent", organization));
        html.raw("<div class=\"event-trap\" aria-hidden=\"true\"><label>Website <input name=\"website\" tabindex=\"-1\""
                + " autocomplete=\"off\"></label></div>");
        html.raw("<input type=\"hidden\" name=\"t\" value=\"" + Html.safe(time) + "\">")
                .tag("button", "class=\"btn wide\"", html.say("hosting.page.send"))
                .raw("</form>");
        return html.page(html.say("hosting.page.title", event.title()), false);
    }

    private static void field(
            Html html, Map<String, String> given, String bad, String name, String type, String kind, boolean needed) {
        html.raw("<div class=\"event-field\">")
                .tag("label", "for=\"" + name + "\"", html.say("hosting.page.field." + name))
                .raw("<input id=\"" + name + "\" name=\"" + name + "\" type=\"" + type + "\" autocomplete=\"" + kind
                        + "\" maxlength=\"240\" value=\"" + Html.safe(given.getOrDefault(name, "")) + "\""
                        + (needed ? " required" : "") + marked(bad, name) + "></div>");
    }

    private static String marked(String bad, String name) {
        return bad.equals(name) ? " aria-invalid=\"true\" aria-describedby=\"wrong\" autofocus" : "";
    }

    private static void check(Html html, Map<String, String> given, String name, String words) {
        html.raw("<label class=\"event-check\"><input type=\"checkbox\" name=\"" + name + "\" value=\"yes\""
                + (given.containsKey(name) ? " checked" : "") + "><span>" + Html.safe(words) + "</span></label>");
    }

    static String thanks(Locale asked, Event event) {
        var html = new Html(asked);
        return html.tag("h1", "", html.say("hosting.thanks"))
                .p(html.say("hosting.thanks.line"))
                .raw("<p>")
                .tag("a", "href=\"/" + EventsPaths.open(event.code()) + "\"", event.title())
                .raw("</p>")
                .page(html.say("hosting.thanks"), false);
    }
}
