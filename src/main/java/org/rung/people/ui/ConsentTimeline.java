package org.rung.people.ui;

import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.util.List;
import org.rung.common.Actor;
import org.rung.common.Sentence;
import org.rung.consent.Consents;
import org.rung.people.Shown;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.people.TimelineEntry;
import org.rung.people.TimelineSource;
import org.springframework.stereotype.Component;

/** What a person's numbers said about being texted, as part of their story. */
@Component
class ConsentTimeline implements TimelineSource {
    private final Supporters supporters;
    private final Consents consents;

    ConsentTimeline(Supporters supporters, Consents consents) {
        this.supporters = supporters;
        this.consents = consents;
    }

    @Override
    public List<TimelineEntry> before(Actor actor, SupporterId supporterId, Instant before, int limit) {
        var reader = UI.getCurrent();
        return consents.ledger(actor, supporters.get(actor, supporterId).phones()).stream()
                .filter(line -> line.happenedAt().isBefore(before))
                .limit(limit)
                .map(line -> new TimelineEntry(
                        line.happenedAt(),
                        "consent",
                        reader.getTranslation(
                                "people.timeline.consent." + line.kind(),
                                Shown.number(line.phone()),
                                reader.getTranslation("people.source." + line.source())),
                        Sentence.said(line.words(), reader.getLocale())))
                .toList();
    }
}
