package org.rung.payments.door;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.rung.giving.MoneyText;
import org.rung.openpages.Html;
import org.rung.payments.PaymentsPaths;
import org.rung.payments.StandingGift;
import org.rung.payments.StandingState;

/** What its giver sees of a monthly gift: no name, the amount, the next day, and two things to do. */
record StandingPage(StandingGift gift, String organization, ZoneId zone) {
    String of(Locale language, Optional<String> wrong, boolean done) {
        Html html = new Html(language);
        String amount = MoneyText.say(gift.minor(), gift.currency(), html.language());
        html.p("muted small", organization).tag("h1", "", html.say("payments.standing.title"));
        if (done) html.tag("p", "class=\"notice good\" role=\"status\"", html.say("payments.standing.done"));
        wrong.ifPresent(words -> html.tag("p", "class=\"notice bad\" role=\"alert\" id=\"wrong\"", words));
        if (gift.state() == StandingState.ENDED) {
            html.p("notice", html.say("payments.standing.over", amount));
            return html.page(html.say("payments.standing.title"), false);
        }
        html.p(html.say("payments.standing.line", amount, organization));
        if (gift.state() == StandingState.FAILING) html.p("notice warn", html.say("payments.standing.failing"));
        else
            gift.nextAt()
                    .ifPresent(next -> html.p(
                            "muted",
                            html.say(
                                    "payments.standing.next",
                                    DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                            .withLocale(html.language())
                                            .withZone(zone)
                                            .format(next))));
        String action = "\" action=\"/" + PaymentsPaths.standing(gift.token()) + "\">";
        html.raw("<form class=\"card pad event-form\" method=\"post" + action
                        + "<input type=\"hidden\" name=\"do\" value=\"change\"><div class=\"event-field\">")
                .tag("label", "for=\"own\"", html.say("payments.standing.amount", gift.currency()))
                .raw(
                        "<input id=\"own\" name=\"own\" inputmode=\"decimal\" autocomplete=\"off\" maxlength=\"20\" required"
                                + " value=\""
                                + Html.safe(MoneyText.decimal(gift.minor(), gift.currency())
                                        .toPlainString())
                                + "\"" + (wrong.isPresent() ? " aria-invalid=\"true\" aria-describedby=\"wrong\"" : "")
                                + "></div>")
                .tag("button", "class=\"btn wide\"", html.say("payments.standing.change"))
                .raw("</form>");
        html.raw("<form class=\"card pad event-form\" method=\"post" + action
                        + "<input type=\"hidden\" name=\"do\" value=\"stop\">")
                .raw("<label class=\"event-check\"><input type=\"checkbox\" name=\"sure\" value=\"yes\" required><span>"
                        + Html.safe(html.say("payments.standing.sure")) + "</span></label>")
                .tag("button", "class=\"btn ghost wide\"", html.say("payments.standing.stop"))
                .raw("</form>");
        return html.page(html.say("payments.standing.title"), false);
    }
}
