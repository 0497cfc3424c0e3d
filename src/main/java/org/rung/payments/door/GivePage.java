package org.rung.payments.door;

import java.util.Locale;
import org.rung.giving.MoneyText;
import org.rung.openpages.Html;
import org.rung.payments.PaymentAccount;

/**
 * The page on which one gives. It names nobody, whoever's link it is.
 *
 * @param own its own address, without a slash in front
 * @param time when it was shown, signed
 */
record GivePage(PaymentAccount account, String organization, String own, String time) {
    String of(Locale language, GiveForm form) {
        Html html = new Html(language);
        html.p("muted small", organization).tag("h1", "", html.say("payments.page.title", organization));
        if (!account.live()) html.p("notice warn", html.say("payments.page.test"));
        html.lines("", account.about());
        html.raw("<form class=\"card pad event-form\" method=\"post\" action=\"/" + own + "?lang="
                + html.language().getLanguage() + "\" novalidate>");
        form.wrong().ifPresent(words -> html.tag("p", "class=\"notice bad\" role=\"alert\" id=\"wrong\"", words));
        amounts(html, form);
        often(html, form);
        // Programs fill in what people do not see.
        html.raw("<div class=\"event-trap\" aria-hidden=\"true\"><label>Website <input name=\"website\" tabindex=\"-1\""
                + " autocomplete=\"off\"></label></div>");
        html.raw("<input type=\"hidden\" name=\"t\" value=\"" + Html.safe(time) + "\">");
        html.tag("button", "class=\"btn wide\"", html.say("payments.page.on"));
        html.p("muted small", html.say("payments.page.card"));
        html.raw("</form>");
        String other = html.language().getLanguage().equals("es") ? "en" : "es";
        html.raw("<p class=\"small\">")
                .tag(
                        "a",
                        "href=\"/" + own + "?lang=" + other + "\" hreflang=\"" + other + "\" lang=\"" + other + "\"",
                        html.say("payments.page.other"))
                .raw("</p>");
        return html.page(html.say("payments.page.title", organization), own.startsWith("give/"));
    }

    private void amounts(Html html, GiveForm form) {
        html.raw("<fieldset class=\"give-amounts\"><legend>" + Html.safe(html.say("payments.page.amount"))
                + "</legend><div class=\"give-choices\">");
        boolean chosen = account.amounts().stream()
                .anyMatch(minor -> String.valueOf(minor).equals(form.amount()));
        int usual = Math.min(1, account.amounts().size() - 1);
        for (int i = 0; i < account.amounts().size(); i++) {
            long minor = account.amounts().get(i);
            boolean on = chosen ? String.valueOf(minor).equals(form.amount()) : i == usual;
            html.raw("<label class=\"give-choice\"><input type=\"radio\" name=\"amount\" value=\"" + minor + "\""
                    + (on ? " checked" : "") + "><span>"
                    + Html.safe(MoneyText.say(minor, account.currency(), html.language())) + "</span></label>");
        }
        boolean wrong = form.wrong().isPresent();
        html.raw("</div><div class=\"event-field\">")
                .tag("label", "for=\"own\"", html.say("payments.page.own", account.currency()))
                .raw(
                        "<input id=\"own\" name=\"own\" inputmode=\"decimal\" autocomplete=\"off\" maxlength=\"20\" value=\""
                                + Html.safe(form.own()) + "\""
                                + (wrong ? " aria-invalid=\"true\" aria-describedby=\"wrong\"" : "")
                                + "></div></fieldset>");
    }

    private static void often(Html html, GiveForm form) {
        html.raw("<fieldset class=\"give-amounts\"><legend>" + Html.safe(html.say("payments.page.often"))
                + "</legend><div class=\"give-choices\">");
        for (String often : new String[] {"once", "monthly"}) {
            String words = html.say("payments.page." + often);
            html.raw("<label class=\"give-choice\"><input type=\"radio\" name=\"often\" value=\"" + often + "\""
                    + (form.monthly() == often.equals("monthly") ? " checked" : "") + "><span>" + Html.safe(words)
                    + "</span></label>");
        }
        html.raw("</div></fieldset>");
    }

    /** After paying: what is certain by then is only that they came back. */
    static String thanks(Locale language, PaymentAccount account, String organization, boolean monthly) {
        Html html = new Html(language);
        html.p("muted small", organization)
                .tag("h1", "", html.say("payments.thanks.title"))
                .p("notice good", html.say("payments.thanks.line", organization))
                .p(html.say(monthly ? "payments.thanks.monthly" : "payments.thanks.receipt"));
        if (!account.live()) html.p("notice warn", html.say("payments.page.test"));
        return html.page(html.say("payments.thanks.title"), false);
    }
}
