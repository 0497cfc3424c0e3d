package org.rung.payments.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.rung.accounts.Sentences;
import org.rung.common.Sentence;
import org.rung.giving.MoneyText;

/** How the screens of this room say money and days, and the pieces that they share. */
final class PaymentWords {
    private PaymentWords() {}

    static String say(String key, Object... given) {
        return Sentences.of(Sentence.of(key, given));
    }

    static String money(long minor, String currency) {
        return MoneyText.say(minor, currency, Sentences.language());
    }

    static String day(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(Sentences.language())
                .withZone(zone)
                .format(at);
    }

    static String moment(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Sentences.language())
                .withZone(zone)
                .format(at);
    }

    static void said(String words) {
        Notification.show(words, 4_000, Notification.Position.BOTTOM_CENTER);
    }

    static void refused(String words) {
        Notification.show(words, 8_000, Notification.Position.BOTTOM_CENTER);
    }

    static Span span(String looks, String words) {
        Span span = new Span(words);
        span.addClassNames(looks.split(" "));
        return span;
    }

    static Paragraph paragraph(String looks, String words) {
        Paragraph paragraph = new Paragraph(words);
        paragraph.addClassNames(looks.split(" "));
        return paragraph;
    }

    static Div div(String looks, Component... inside) {
        Div div = new Div(inside);
        div.addClassNames(looks.split(" "));
        return div;
    }

    static Div nothing(String words) {
        return div("card empty", new Paragraph(words));
    }

    /** Why a month did not come; a word of the provider's that we do not know is left out. */
    static String failure(String code) {
        Sentence why = Sentence.of("payments.online.why." + code);
        return code.isEmpty() || !why.known()
                ? say("payments.online.failed.plain")
                : say("payments.online.failed", why);
    }

    static H2 title(String key) {
        return new H2(say(key));
    }
}
