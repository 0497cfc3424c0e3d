package org.rung.payments.simulator;

import static org.rung.payments.simulator.SimulatedActs.text;

import java.util.Locale;
import java.util.Map;
import org.rung.giving.MoneyText;
import org.rung.openpages.Html;

/** What stands in for the provider's page: who pays, and how it ends. There is nowhere to type a card. */
final class SimulatedPayPage {
    private SimulatedPayPage() {}

    static String of(Map<String, Object> session, boolean declined) {
        Html html = new Html(Locale.of("es".equals(session.get("locale")) ? "es" : "en"));
        String amount = MoneyText.say(
                SimulatedActs.number(session, "amount_total"),
                text(session, "currency").toUpperCase(Locale.ROOT),
                html.language());
        html.p("muted small", html.say("payments.sim.who"))
                .tag("h1", "", String.valueOf(session.get("title")))
                .p("give-sum", amount);
        if (!"open".equals(session.get("status"))) {
            return html.p("notice", html.say("payments.sim.over")).page(html.say("payments.sim.who"), false);
        }
        if (declined) html.tag("p", "class=\"notice bad\" role=\"alert\"", html.say("payments.sim.declined"));
        html.raw("<form class=\"card pad event-form\" method=\"post\">");
        field(html, "name", "text", "name");
        field(html, "email", "email", "email");
        html.p("muted small", html.say("payments.sim.card"));
        button(html, "pay", "btn wide");
        button(html, "decline", "btn ghost wide");
        if (!"subscription".equals(session.get("mode"))) button(html, "later", "btn ghost wide");
        button(html, "cancel", "btn ghost wide");
        return html.raw("</form>").page(html.say("payments.sim.who"), false);
    }

    private static void field(Html html, String name, String type, String kind) {
        html.raw("<div class=\"event-field\">")
                .tag("label", "for=\"" + name + "\"", html.say("payments.sim." + name))
                .raw("<input id=\"" + name + "\" name=\"" + name + "\" type=\"" + type + "\" autocomplete=\"" + kind
                        + "\" maxlength=\"120\"></div>");
    }

    private static void button(Html html, String what, String looks) {
        html.tag(
                "button",
                "class=\"" + looks + "\" name=\"do\" value=\"" + what + "\"",
                html.say("payments.sim.do." + what));
    }
}
