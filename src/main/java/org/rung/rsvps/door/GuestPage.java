package org.rung.rsvps.door;

import java.util.Locale;
import org.rung.accounts.Organization;
import org.rung.events.Event;
import org.rung.events.EventState;
import org.rung.events.EventWhen;
import org.rung.events.EventsPaths;
import org.rung.events.Shift;
import org.rung.openpages.Html;
import org.rung.rsvps.Rsvp;
import org.rung.rsvps.RsvpState;

/**
 * A guest's own page: what they said, where to go, and how to change it. It shows no name and no number: whoever signs
 * somebody else up learns nothing of them.
 *
 * @param open whether they can still change it
 * @param confirmed they said so once more
 */
record GuestPage(Event event, Shift shift, Organization organization, Rsvp rsvp, boolean open, boolean confirmed) {

    String of(Locale asked) {
        var html = new Html(asked);
        String own = "/" + EventsPaths.guest(rsvp.token());
        boolean off = shift.cancelled() || event.state() == EventState.CANCELLED;
        html.p("muted small", organization.name()).tag("h1", "", event.title());
        // Whoever was seen there, or missed, is told that; everyone else, that there is nothing to come to any more.
        boolean past = !open && !off && (rsvp.state().open() || rsvp.state() == RsvpState.CANNOT);
        String notice = off ? "rsvps.page.cancelled" : past ? "rsvps.page.over" : said();
        html.p("notice " + (off ? "bad" : past ? "" : look()), html.say(notice));
        html.raw("<dl class=\"event-facts\">");
        html.tag("dt", "", html.say("rsvps.page.when"))
                .tag(
                        "dd",
                        "",
                        (shift.name().isEmpty() ? "" : shift.name() + ": ")
                                + EventWhen.span(shift, event.zone(), html.language()) + " "
                                + EventWhen.zone(shift, event.zone(), html.language()));
        String place = event.venue().line(rsvp.state().accepted());
        if (!place.isEmpty()) html.tag("dt", "", html.say("rsvps.page.where")).tag("dd", "", place);
        if (open && !off && rsvp.state().accepted() && !event.venue().online().isEmpty()) {
            html.tag("dt", "", html.say("rsvps.page.online"))
                    .raw("<dd>")
                    .tag(
                            "a",
                            "href=\"" + Html.safe(event.venue().online()) + "\" rel=\"noreferrer\"",
                            event.venue().online())
                    .raw("</dd>");
        }
        if (!event.venue().access().isEmpty()) {
            html.tag("dt", "", html.say("rsvps.page.access"))
                    .tag("dd", "class=\"lines\"", event.venue().access());
        }
        html.raw("</dl>");
        html.raw("<div class=\"actions\">");
        if (open && !off) choices(html, own);
        // The file takes it out again where they do not come.
        boolean out = off || rsvp.state() == RsvpState.CANNOT;
        if (open || out) {
            html.tag(
                    "a",
                    "class=\"btn ghost\" href=\"" + own + "/event.ics\"",
                    html.say(out ? "rsvps.guest.uncalendar" : "rsvps.page.calendar"));
        }
        html.raw("</div>");
        if (rsvp.state() == RsvpState.COMING && open && !off) {
            html.raw("<section class=\"card pad event-pass\">")
                    .tag("h2", "", html.say("rsvps.guest.pass"))
                    .raw("<img src=\"" + own + "/pass.svg\" width=\"220\" height=\"220\" alt=\""
                            + Html.safe(html.say("rsvps.guest.pass.picture")) + "\">")
                    .p("muted small", html.say("rsvps.guest.pass.line"))
                    .raw("</section>");
        }
        if (open && !off) html.p("small", html.say("rsvps.guest.share"));
        html.raw("<p>")
                .tag("a", "href=\"/" + EventsPaths.open(event.code()) + "\"", html.say("rsvps.guest.page"))
                .raw("</p>");
        return html.page(event.title() + " · " + organization.name(), false);
    }

    private void choices(Html html, String own) {
        if (rsvp.state() == RsvpState.COMING && !confirmed) button(html, own, "confirm", "btn");
        if (rsvp.state() == RsvpState.CANNOT || rsvp.state() == RsvpState.MAYBE) button(html, own, "coming", "btn");
        if (rsvp.state().open()) button(html, own, "cannot", "btn ghost");
    }

    private static void button(Html html, String own, String what, String looks) {
        html.raw("<form method=\"post\" action=\"" + own + "\"><input type=\"hidden\" name=\"do\" value=\"" + what
                        + "\">")
                .tag("button", "class=\"" + looks + "\"", html.say("rsvps.guest.do." + what))
                .raw("</form>");
    }

    private String said() {
        return rsvp.state() == RsvpState.COMING && confirmed ? "rsvps.guest.CONFIRMED" : "rsvps.guest." + rsvp.state();
    }

    private String look() {
        return switch (rsvp.state()) {
            case COMING, ATTENDED -> "good";
            case WAITING, MAYBE -> "warn";
            case CANNOT, NO_SHOW -> "";
        };
    }
}
