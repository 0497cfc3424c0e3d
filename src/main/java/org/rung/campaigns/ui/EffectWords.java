package org.rung.campaigns.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.rung.campaigns.Effect;

/** What an answer does, in a few words. */
final class EffectWords {
    private EffectWords() {}

    static String of(Component where, Effect effect, ZoneId zone) {
        return switch (effect) {
            case Effect.AddTag add -> where.getTranslation("campaigns.effect.tag.said", add.tag());
            case Effect.RecordAction action ->
                where.getTranslation(
                        "campaigns.effect.action.said", where.getTranslation("campaigns.action." + action.type()));
            case Effect.Promise promise -> {
                var what = promise.title().isBlank()
                        ? where.getTranslation("campaigns.family." + promise.family())
                        : promise.title();
                var due = promise.due()
                        .map(at -> " · "
                                + DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                                        .withLocale(UI.getCurrent().getLocale())
                                        .withZone(zone)
                                        .format(at));
                yield where.getTranslation("campaigns.effect.promise.said", what) + due.orElse("");
            }
            case Effect.OptOut out -> where.getTranslation("campaigns.effect.optOut.said");
        };
    }
}
