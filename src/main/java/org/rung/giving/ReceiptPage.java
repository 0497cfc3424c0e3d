package org.rung.giving;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.rung.common.Sentence;
import org.springframework.web.util.HtmlUtils;

/** A receipt on one page, without scripts: to be printed, or saved as a file. */
final class ReceiptPage {
    private static final String FRAME = """
        <!doctype html>
        <html lang="%s"><head><meta charset="utf-8"><title>%s</title>
        <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
        <link rel="stylesheet" href="/styles/tokens.css"><link rel="stylesheet" href="/styles/base.css">
        <link rel="stylesheet" href="/styles/giving.css"><link rel="icon" href="/icons/rung.svg"></head>
        <body class="giving-receipt"><main><h1>%s</h1><p>%s</p><dl>%s</dl><p>%s</p>
        <p class="muted small giving-screen">%s</p></main></body></html>
        """;

    private ReceiptPage() {}

    static String of(GiftRow gift, String organization, ZoneId zone, Locale language) {
        StringBuilder lines = new StringBuilder();
        line(lines, say("number", language), gift.giftId().text());
        if (!gift.name().isBlank()) line(lines, say("from", language), gift.name());
        line(
                lines,
                say("day", language),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language)
                        .withZone(zone)
                        .format(gift.givenAt()));
        line(
                lines,
                say("way", language),
                Sentence.of("giving.way." + gift.way()).in(language));
        line(lines, say("amount", language), MoneyText.say(gift.givenMinor(), gift.currency(), language));
        if (gift.backMinor() > 0) {
            line(lines, say("back", language), MoneyText.say(gift.backMinor(), gift.currency(), language));
            line(lines, say("kept", language), MoneyText.say(gift.keptMinor(), gift.currency(), language));
        }
        String title = safe(say("title", language));
        return FRAME.formatted(
                safe(say("language", language)),
                title,
                title,
                safe(organization),
                lines,
                safe(say("thanks", language)),
                safe(say("print", language)));
    }

    private static String say(String word, Locale language) {
        return Sentence.of("giving.receipt." + word).in(language);
    }

    private static void line(StringBuilder lines, String name, String value) {
        lines.append("<dt>")
                .append(safe(name))
                .append("</dt><dd>")
                .append(safe(value))
                .append("</dd>");
    }

    private static String safe(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8");
    }
}
