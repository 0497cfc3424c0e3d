package org.rung.links.door;

import java.net.URI;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.web.util.HtmlUtils;

/** The few plain pages that a short link may show: one heading, one sentence, perhaps a button; no script. */
final class LinkPage {
    private static final String FRAME = """
            <!doctype html>
            <html lang="%s"><head><meta charset="utf-8"><title>%s</title>
            <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
            <link rel="stylesheet" href="/styles/tokens.css"><link rel="stylesheet" href="/styles/base.css">
            <link rel="stylesheet" href="/styles/links.css"></head>
            <body class="link-page"><main><h1>%s</h1>%s</main></body></html>
            """;

    private LinkPage() {}

    /** @param code one that was found, so nothing but letters and digits */
    static String ask(Locale asked, String code, String url) {
        var words = words(asked);
        var host = said(URI.create(url).getHost());
        return page(
                words,
                new MessageFormat(words.getString("links.page.ask.title")).format(new Object[] {host}),
                "<p>" + said(words.getString("links.page.ask.why")) + "</p><p class=\"mono muted small\">" + said(url)
                        + "</p><form method=\"post\" action=\"/l/" + said(code)
                        + "\"><button class=\"btn wide\" autofocus>"
                        + said(words.getString("links.page.ask.go")) + "</button></form>");
    }

    static String gone(Locale asked) {
        return plain(asked, "gone");
    }

    static String wait(Locale asked) {
        return plain(asked, "wait");
    }

    static String works(Locale asked) {
        return plain(asked, "works");
    }

    private static String plain(Locale asked, String which) {
        var words = words(asked);
        return page(
                words,
                said(words.getString("links.page." + which + ".title")),
                "<p>" + said(words.getString("links.page." + which + ".next")) + "</p>");
    }

    private static String page(ResourceBundle words, String title, String inside) {
        return FRAME.formatted(words.getString("links.page.language"), title, title, inside);
    }

    private static ResourceBundle words(Locale asked) {
        // Root, where nothing else fits, whatever language the machine itself speaks.
        var language = asked.getLanguage().equals("es") ? Locale.of("es") : Locale.ROOT;
        return ResourceBundle.getBundle(
                "words.links",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static String said(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8");
    }
}
