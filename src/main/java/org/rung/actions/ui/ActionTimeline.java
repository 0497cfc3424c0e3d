package org.rung.actions.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Instant;
import java.util.List;
import org.rung.actions.ActionRow;
import org.rung.actions.Actions;
import org.rung.common.Actor;
import org.rung.people.SupporterId;
import org.rung.people.TimelineEntry;
import org.rung.people.TimelineSource;
import org.springframework.stereotype.Component;

/** What someone did, for the timeline on their page; what was voided is left to the history. */
@Component
class ActionTimeline implements TimelineSource {
    private final Actions actions;

    ActionTimeline(Actions actions) {
        this.actions = actions;
    }

    @Override
    public List<TimelineEntry> before(Actor actor, SupporterId supporterId, Instant before, int limit) {
        return actions.before(actor, supporterId, before, limit).stream()
                .filter(action -> action.voided().isEmpty())
                .map(ActionTimeline::entry)
                .toList();
    }

    private static TimelineEntry entry(ActionRow action) {
        return new TimelineEntry(
                action.happenedAt(), "action", I18NProvider.translate("actions.type." + action.type()), action.note());
    }
}
