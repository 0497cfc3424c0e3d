package org.rung.rsvps.door;

import java.util.Locale;
import java.util.Optional;
import org.rung.events.Event;
import org.rung.events.EventState;
import org.rung.events.EventWhen;
import org.rung.events.EventsPaths;
import org.rung.events.Shift;
import org.rung.openpages.Html;

/** What everyone sees of an event, and the form on which they sign up. */
final class EventPage {
    private final Html html;
    private final EventLook look;
    private final Event event;

    private EventPage(Locale asked, EventLook look) {
        this.html = new Html(asked);
        this.look = look;
        this.event = look.event();
    }

    /** The words beside the box, as they are kept with the opt-in. */
    static String consent(Locale asked, String organization) {
        return new Html(asked).say("rsvps.page.consent", organization);
    }

    static String of(Locale asked, EventLook look, SignUpForm form, String time) {
        return new EventPage(asked, look).page(form, time);
    }

    private String page(SignUpForm form, String time) {
        html.p("muted small", look.organization().name()).tag("h1", "", event.title());
        switch (event.state()) {
            case CANCELLED -> html.p("notice bad", html.say("rsvps.page.cancelled"));
            case OVER, DRAFT -> html.p("notice", html.say("rsvps.page.over"));
            case PUBLISHED -> {
                if (!ahead()) html.p("notice", html.say("rsvps.page.over"));
            }
        }
        Optional<HeldPart> held = look.held().map(page -> new HeldPart(html, event, page));
        held.ifPresent(HeldPart::top);
        facts();
        html.lines("", event.about());
        held.ifPresent(HeldPart::all);
        if (event.umbrella() && event.state() == EventState.PUBLISHED) host();
        if (event.state() == EventState.PUBLISHED) {
            if (!look.open().isEmpty()) form(form, time);
        }
        return html.page(event.title() + " · " + look.organization().name(), true);
    }

    /** Whether one may still come: what is over or called off promises nothing more. */
    private boolean ahead() {
        return event.state() == EventState.PUBLISHED
                && (event.umbrella() || !look.open().isEmpty());
    }

    private void facts() {
        html.raw("<dl class=\"event-facts\">");
        if (event.shifts().stream().anyMatch(shift -> !shift.cancelled())) {
            html.tag("dt", "", html.say("rsvps.page.when")).raw("<dd>");
            event.shifts().stream()
                    .filter(shift -> !shift.cancelled())
                    .limit(20)
                    .forEach(this::when);
            html.raw("</dd>");
        }
        String place = event.venue().line(false);
        if (!place.isEmpty() || event.venue().hidden()) {
            html.tag("dt", "", html.say("rsvps.page.where")).raw("<dd>");
            html.p(place);
            if (ahead() && event.venue().hidden() && !event.venue().address().isEmpty()) {
                html.p("muted small", html.say("rsvps.page.hidden"));
            }
            html.raw("</dd>");
        }
        if (ahead() && !event.venue().online().isEmpty()) {
            html.tag("dt", "", html.say("rsvps.page.online")).tag("dd", "", html.say("rsvps.page.online.later"));
        }
        if (!event.venue().access().isEmpty()) {
            html.tag("dt", "", html.say("rsvps.page.access"))
                    .tag("dd", "class=\"lines\"", event.venue().access());
        }
        html.raw("</dl>");
    }

    private void when(Shift shift) {
        html.raw("<p>").tag("time", "datetime=\"" + shift.startsAt() + "\"", said(shift) + " ");
        if (ahead()) {
            html.tag(
                    "a",
                    "class=\"small\" href=\"/" + EventsPaths.open(event.code()) + "/"
                            + shift.shiftId().text() + ".ics\"",
                    html.say("rsvps.page.calendar"));
        }
        html.raw("</p>");
    }

    private String said(Shift shift) {
        String when = EventWhen.span(shift, event.zone(), html.language()) + " "
                + EventWhen.zone(shift, event.zone(), html.language());
        return shift.name().isEmpty() ? when : shift.name() + ": " + when;
    }

    private void host() {
        html.raw("<p>")
                .tag(
                        "a",
                        "class=\"btn ghost\" href=\"/" + EventsPaths.open(event.code()) + "/host\"",
                        html.say("rsvps.page.host"))
                .raw("</p>");
    }

    private void form(SignUpForm form, String time) {
        html.raw("<form class=\"card pad event-form\" method=\"post\" action=\"/" + EventsPaths.open(event.code())
                + "\" novalidate>");
        html.tag("h2", "", html.say("rsvps.page.signUp"));
        form.wrong()
                .ifPresent(wrong -> html.tag("p", "class=\"notice bad\" role=\"alert\" id=\"wrong\"", wrong.words()));
        shifts(form);
        field("firstName", "given-name", "text", form.firstName(), form, true);
        field("lastName", "family-name", "text", form.lastName(), form, false);
        field("phone", "tel", "tel", form.phone(), form, true);
        html.raw("<label class=\"event-check\"><input type=\"checkbox\" name=\"texts\" value=\"yes\""
                        + (form.texts() ? " checked" : "") + "><span>")
                .raw(Html.safe(
                        html.say("rsvps.page.consent", look.organization().name())))
                .raw("</span></label>");
        // Programs fill in what people do not see.
        html.raw("<div class=\"event-trap\" aria-hidden=\"true\"><label>Website <input name=\"website\" tabindex=\"-1\""
                + " autocomplete=\"off\"></label></div>");
        html.raw("<input type=\"hidden\" name=\"t\" value=\"" + Html.safe(time) + "\">");
        html.tag("button", "class=\"btn wide\"", html.say("rsvps.page.send"));
        html.p("muted small", html.say("rsvps.page.privacy", look.organization().name()));
        html.raw("</form>");
    }

    private void shifts(SignUpForm form) {
        var open = look.open();
        if (open.size() == 1) {
            html.raw("<input type=\"hidden\" name=\"shift\" value=\""
                    + open.getFirst().shiftId().text() + "\">");
            if (look.full(open.getFirst())) html.p("notice warn", html.say("rsvps.page.full"));
            return;
        }
        html.raw("<fieldset><legend>" + Html.safe(html.say("rsvps.page.which")) + "</legend>");
        for (int i = 0; i < open.size(); i++) {
            Shift shift = open.get(i);
            String id = shift.shiftId().text();
            boolean on = form.shift().isEmpty() ? i == 0 : form.shift().equals(id);
            html.raw("<label class=\"event-check\"><input type=\"radio\" name=\"shift\" value=\"" + id + "\""
                            + (on ? " checked" : "") + "><span>")
                    .raw(Html.safe(said(shift)));
            if (look.full(shift)) {
                html.raw(" <span class=\"chip warn\">" + Html.safe(html.say("rsvps.page.full.short")) + "</span>");
            }
            html.raw("</span></label>");
        }
        html.raw("</fieldset>");
    }

    private void field(String name, String kind, String type, String value, SignUpForm form, boolean needed) {
        boolean wrong = form.wrong().filter(one -> one.field().equals(name)).isPresent();
        html.raw("<div class=\"event-field\">")
                .tag("label", "for=\"" + name + "\"", html.say("rsvps.page.field." + name))
                .raw("<input id=\"" + name + "\" name=\"" + name + "\" type=\"" + type + "\" autocomplete=\"" + kind
                        + "\" maxlength=\"80\" value=\"" + Html.safe(value) + "\"" + (needed ? " required" : "")
                        + (wrong ? " aria-invalid=\"true\" aria-describedby=\"wrong\" autofocus" : "") + "></div>");
    }
}
