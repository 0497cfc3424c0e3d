package org.rung.rsvps;

import static org.rung.db.Tables.EVENTS;
import static org.rung.db.Tables.RSVPS;
import static org.rung.db.Tables.SUPPORTERS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.events.EventId;
import org.rung.events.EventState;
import org.rung.filters.Criterion;
import org.rung.filters.FilterLine;
import org.springframework.stereotype.Repository;

/** People who came to one of these events, said that they come, wait for a place, cannot, or were missed; the key says which. */
@Repository
class EventCriterionStore implements Criterion {
    /** Together with the states as many as a person may choose from. */
    private static final int NEWEST_EVENTS = 40;

    static final List<RsvpState> ASKED =
            List.of(RsvpState.ATTENDED, RsvpState.COMING, RsvpState.NO_SHOW, RsvpState.WAITING, RsvpState.CANNOT);

    private final DSLContext db;

    EventCriterionStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "event";
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        var which = line.values().stream()
                .map(value -> new EventId(Id.parse("event", value)))
                .distinct()
                .toList();
        var there = db.fetchCount(EVENTS, EVENTS.ORGANIZATION_ID.eq(organizationId), EVENTS.EVENT_ID.in(which));
        if (there < which.size()) throw new Problem.Invalid("filter", "problem.filter-event");
        return SUPPORTERS.SUPPORTER_ID.in(db.select(RSVPS.SUPPORTER_ID)
                .from(RSVPS)
                .where(
                        RSVPS.ORGANIZATION_ID.eq(organizationId),
                        RSVPS.EVENT_ID.in(which),
                        RSVPS.STATE.eq(state(line.key()))));
    }

    static RsvpState state(String key) {
        return Arrays.stream(RsvpState.values())
                .filter(state -> state.name().equals(key))
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid("filter", "problem.filter-rsvp", key));
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        var events = db.select(EVENTS.EVENT_ID, EVENTS.TITLE)
                .from(EVENTS)
                .where(EVENTS.ORGANIZATION_ID.eq(organizationId), EVENTS.STATE.ne(EventState.DRAFT))
                .orderBy(EVENTS.EVENT_ID.desc())
                .limit(NEWEST_EVENTS)
                .fetch();
        var choices = new ArrayList<Choice>();
        for (var state : ASKED)
            for (var event : events)
                choices.add(new Choice(state.name(), event.value1().text(), event.value2()));
        return choices;
    }
}
