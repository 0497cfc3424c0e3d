package org.rung.help.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.rung.help.HelpReason;
import org.rung.help.HelpRow;

/** How this room says reasons, names and times; its parts are made before they are on a screen. */
final class HelpWords {
    private HelpWords() {}

    static String say(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }

    static String reason(HelpReason reason) {
        return say("help.reason." + reason.name());
    }

    static String who(HelpRow row) {
        return row.conversation().supporter().isBlank()
                ? say("help.unnamed")
                : row.conversation().supporter();
    }

    static String ago(Instant then, Instant now) {
        long minutes = Math.max(0, Duration.between(then, now).toMinutes());
        if (minutes < 1) return say("help.ago.now");
        if (minutes < 60) return say("help.ago.minutes", minutes);
        return minutes < 60 * 24 ? say("help.ago.hours", minutes / 60) : say("help.ago.days", minutes / (60 * 24));
    }

    /** The time, and the day where that is not today. */
    static String since(Instant at, Instant now, ZoneId zone) {
        var locale = UI.getCurrent().getLocale();
        var then = at.atZone(zone);
        boolean today = then.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (today
                        ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT))
                .withLocale(locale)
                .format(then)
                .replace('\u202f', '\u00a0');
    }

    static <C extends Component> C role(C part, String role) {
        part.getElement().setAttribute("role", role);
        return part;
    }
}
