package org.rung.openpages;

import java.util.Locale;
import java.util.Set;
import org.rung.common.Sentence;
import org.springframework.web.util.HtmlUtils;

/** A plain page in one language: what is said of the house comes from its words, what people wrote is escaped. */
public final class Html {
    private static final String FRAME = """
            <!doctype html>
            <html lang="%s" dir="%s"><head><meta charset="utf-8"><title>%s</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">%s
            <link rel="stylesheet" href="/styles/tokens.css"><link rel="stylesheet" href="/styles/base.css">
            <link rel="stylesheet" href="/styles/events.css"><link rel="icon" href="/icons/rung.svg">%s</head>
            <body class="event-page"><main>%s</main></body></html>
            """;

    private static final Set<String> LEFTWARDS = Set.of("ar", "fa", "he", "iw", "ur");

    private final Locale language;
    private final String direction;
    private final StringBuilder head = new StringBuilder();
    private final StringBuilder inside = new StringBuilder();

    public Html(Locale asked) {
        direction = direction(asked);
        language = asked.getLanguage().equals("es") ? Locale.of("es") : Locale.ENGLISH;
    }

    /** As the rest of the house: by whoever reads it. */
    public static String direction(Locale asked) {
        return LEFTWARDS.contains(asked.getLanguage()) ? "rtl" : "ltr";
    }

    public Locale language() {
        return language;
    }

    public String say(String key, Object... given) {
        return Sentence.of(key, given).in(language);
    }

    public static String safe(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8");
    }

    /** What this page needs beyond what every page has. */
    public Html head(String html) {
        head.append(html);
        return this;
    }

    public Html raw(String html) {
        inside.append(html);
        return this;
    }

    public Html tag(String tag, String attributes, String words) {
        inside.append('<').append(tag);
        if (!attributes.isEmpty()) inside.append(' ').append(attributes);
        inside.append('>').append(safe(words)).append("</").append(tag).append('>');
        return this;
    }

    public Html p(String words) {
        return words.isEmpty() ? this : tag("p", "", words);
    }

    public Html p(String style, String words) {
        return words.isEmpty() ? this : tag("p", "class=\"" + style + "\"", words);
    }

    /** Written in lines, shown in lines. */
    public Html lines(String style, String words) {
        return words.isEmpty() ? this : tag("p", "class=\"lines " + style + "\"", words);
    }

    /** @param searchable may search engines list it? */
    public String page(String title, boolean searchable) {
        return FRAME.formatted(
                language.getLanguage(),
                direction,
                safe(title),
                searchable ? "" : "<meta name=\"robots\" content=\"noindex\">",
                head,
                inside);
    }
}
