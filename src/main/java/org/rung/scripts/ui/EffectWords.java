package org.rung.scripts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.rung.scripts.Effect;

/** What an answer does, in a few words. */
final class EffectWords {
    private EffectWords() {}

    static String of(Component where, Effect effect, ZoneId zone) {
        return switch (effect) {
            case Effect.AddTag add -> where.getTranslation("scripts.effect.tag.said", add.tag());
            case Effect.RecordAction action ->
                where.getTranslation(
                        "scripts.effect.action.said", where.getTranslation("scripts.action." + action.type()));
            case Effect.Promise promise -> {
                var what = promise.title().isBlank()
                        ? where.getTranslation("scripts.family." + promise.family())
                        : promise.title();
                var due = promise.due()
                        .map(at -> " · "
                                + DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                                        .withLocale(UI.getCurrent().getLocale())
                                        .withZone(zone)
                                        .format(at));
                yield where.getTranslation("scripts.effect.promise.said", what) + due.orElse("");
            }
            case Effect.Rsvp rsvp -> where.getTranslation("scripts.effect.rsvp.said", rsvp.title());
            case Effect.Decline no -> where.getTranslation("scripts.effect.decline.said");
            case Effect.OptOut out -> where.getTranslation("scripts.effect.optOut.said");
        };
    }
}
