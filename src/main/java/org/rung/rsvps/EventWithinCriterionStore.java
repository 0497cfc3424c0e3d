package org.rung.rsvps;

import static org.rung.db.Tables.RSVPS;
import static org.rung.db.Tables.SHIFTS;
import static org.rung.db.Tables.SUPPORTERS;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.filters.Comparison;
import org.rung.filters.Criterion;
import org.rung.filters.FilterLine;
import org.springframework.stereotype.Repository;

/** As {@link EventCriterionStore}, of any event that began in so many days until now. */
@Repository
class EventWithinCriterionStore implements Criterion {
    private static final List<String> USUAL_DAYS = List.of("7", "30", "90", "180", "365");

    private final DSLContext db;
    private final Clock clock;

    EventWithinCriterionStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "event_within";
    }

    @Override
    public List<Comparison> comparisons(OrganizationId organizationId, String key) {
        return List.of(Comparison.WITHIN);
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        var now = clock.instant();
        var since = now.minus(Duration.ofDays(days(line)));
        return SUPPORTERS.SUPPORTER_ID.in(db.select(RSVPS.SUPPORTER_ID)
                .from(RSVPS)
                .join(SHIFTS)
                .on(SHIFTS.SHIFT_ID.eq(RSVPS.SHIFT_ID))
                .where(
                        RSVPS.ORGANIZATION_ID.eq(organizationId),
                        RSVPS.STATE.eq(EventCriterionStore.state(line.key())),
                        SHIFTS.STARTS_AT.between(since, now)));
    }

    private static int days(FilterLine line) {
        var value = line.values().isEmpty() ? "" : line.values().getFirst();
        if (line.values().size() != 1 || !value.matches("[1-9]\\d{0,3}"))
            throw new Problem.Invalid("filter", "problem.filter-days", String.join(", ", line.values()));
        return Integer.parseInt(value);
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        var choices = new ArrayList<Choice>();
        for (var state : EventCriterionStore.ASKED)
            for (var days : USUAL_DAYS) choices.add(new Choice(state.name(), days, days));
        return choices;
    }
}
