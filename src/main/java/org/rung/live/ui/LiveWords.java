package org.rung.live.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** How this room puts things, and the small parts of its screens. */
final class LiveWords {
    private LiveWords() {}

    static String say(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }

    static String number(long number) {
        return NumberFormat.getIntegerInstance(UI.getCurrent().getLocale()).format(number);
    }

    static String ago(Instant then, Instant now) {
        long minutes = Math.max(0, Duration.between(then, now).toMinutes());
        if (minutes < 1) return say("live.ago.now");
        if (minutes < 60) return say("live.ago.minutes", minutes);
        return minutes < 60 * 24 ? say("live.ago.hours", minutes / 60) : say("live.ago.days", minutes / (60 * 24));
    }

    static String language(String code) {
        return Locale.of(code).getDisplayLanguage(UI.getCurrent().getLocale());
    }

    static String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(UI.getCurrent().getLocale())
                .format(at.atZone(zone))
                .replace('\u202f', '\u00a0');
    }

    static Div div(String classes, Component... inside) {
        var div = new Div(inside);
        div.addClassNames(classes.split(" "));
        return div;
    }

    static Span span(String classes, String text) {
        var span = new Span(text);
        span.addClassNames(classes.split(" "));
        return span;
    }

    static NativeButton button(String classes, String text, Runnable act) {
        var button = new NativeButton(text, click -> act.run());
        button.addClassNames(classes.split(" "));
        button.getElement().setAttribute("type", "button");
        return button;
    }

    static <C extends Component> C role(C part, String role) {
        part.getElement().setAttribute("role", role);
        return part;
    }

    static void said(String words) {
        Notification.show(words, 5_000, Notification.Position.BOTTOM_CENTER);
    }
}
