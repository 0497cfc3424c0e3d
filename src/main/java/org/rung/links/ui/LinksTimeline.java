package org.rung.links.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Instant;
import java.util.List;
import org.rung.common.Actor;
import org.rung.links.Visits;
import org.rung.people.SupporterId;
import org.rung.people.TimelineEntry;
import org.rung.people.TimelineSource;
import org.springframework.stereotype.Component;

/** Which sites someone went to from our texts. */
@Component
class LinksTimeline implements TimelineSource {
    private final Visits visits;

    LinksTimeline(Visits visits) {
        this.visits = visits;
    }

    @Override
    public List<TimelineEntry> before(Actor actor, SupporterId supporterId, Instant before, int limit) {
        return visits.before(actor, supporterId, before, limit).stream()
                .map(visit -> new TimelineEntry(
                        visit.happenedAt(),
                        "action",
                        I18NProvider.translate("links.timeline.opened", visit.host()),
                        visit.url()))
                .toList();
    }
}
