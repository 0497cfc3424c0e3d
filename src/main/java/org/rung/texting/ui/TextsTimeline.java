package org.rung.texting.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.rung.common.Actor;
import org.rung.people.SupporterId;
import org.rung.people.TimelineEntry;
import org.rung.people.TimelineSource;
import org.rung.texting.Choices;
import org.rung.texting.SupporterTexts;
import org.springframework.stereotype.Component;

/** Texts on the timeline of a supporter's page. */
@Component
class TextsTimeline implements TimelineSource {

    private final SupporterTexts texts;
    private final Choices choices;
    private final I18NProvider words;

    TextsTimeline(SupporterTexts texts, Choices choices, I18NProvider words) {
        this.texts = texts;
        this.choices = choices;
        this.words = words;
    }

    @Override
    public List<TimelineEntry> before(Actor actor, SupporterId supporterId, Instant before, int limit) {
        Locale locale =
                UI.getCurrent() == null ? Locale.ENGLISH : UI.getCurrent().getLocale();
        Cover cover = new Cover(actor instanceof Actor.Member member && choices.covers(member));
        return texts.texts(actor, supporterId, before, limit).stream()
                .map(text -> new TimelineEntry(
                        text.happenedAt(),
                        text.inbound() ? "text-in" : "text-out",
                        words.getTranslation(text.inbound() ? "texting.timeline.in" : "texting.timeline.out", locale),
                        said(text, cover, locale)))
                .toList();
    }

    private String said(SupporterTexts.Line text, Cover cover, Locale locale) {
        if (text.words().isBlank()) {
            return words.getTranslation("texting.wordless", locale);
        }
        return cover.covers(text.inbound(), text.words())
                ? words.getTranslation("texting.covered.elsewhere", locale)
                : text.words();
    }
}
