package org.rung.actions;

import static org.rung.db.Tables.ACTIONS;
import static org.rung.db.Tables.SUPPORTERS;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.accounts.Organizations;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.filters.Comparison;
import org.rung.filters.Criterion;
import org.rung.filters.DaySpan;
import org.rung.filters.FilterLine;
import org.springframework.stereotype.Repository;

/** Has ever done one of these; or, where the key is what they did, has done it in so many days, or on one of some days. */
@Repository
class ActedCriterionStore implements Criterion {
    private static final List<String> USUAL_DAYS = List.of("7", "30", "90", "180", "365");
    private static final int MOST_DAYS = 3_650;

    private final DSLContext db;
    private final Organizations organizations;
    private final Clock clock;

    ActedCriterionStore(DSLContext db, Organizations organizations, Clock clock) {
        this.db = db;
        this.organizations = organizations;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "acted";
    }

    @Override
    public List<Comparison> comparisons(OrganizationId organizationId, String key) {
        return key.isEmpty() ? List.of(Comparison.IS) : List.of(Comparison.WITHIN, Comparison.DURING);
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        var types = line.key().isEmpty()
                ? line.values().stream().map(ActedCriterionStore::type).toList()
                : List.of(type(line.key()));
        var did = ACTIONS.ORGANIZATION_ID
                .eq(organizationId)
                .and(ACTIONS.TYPE.in(types))
                .and(ACTIONS.VOIDED_AT.isNull());
        if (!line.key().isEmpty()) did = did.and(then(organizationId, line));
        return SUPPORTERS.SUPPORTER_ID.in(
                db.select(ACTIONS.SUPPORTER_ID).from(ACTIONS).where(did));
    }

    private Condition then(OrganizationId organizationId, FilterLine line) {
        if (line.compare() != Comparison.DURING)
            return ACTIONS.HAPPENED_AT.ge(clock.instant().minus(Duration.ofDays(days(line))));
        var span = DaySpan.of(line);
        var zone = organizations.get(organizationId).zone();
        return ACTIONS.HAPPENED_AT.ge(span.from(zone)).and(ACTIONS.HAPPENED_AT.lt(span.until(zone)));
    }

    private static ActionType type(String value) {
        return Arrays.stream(ActionType.values())
                .filter(type -> type.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid("filter", "problem.filter-action", value));
    }

    private static int days(FilterLine line) {
        var value = line.values().getFirst();
        if (line.values().size() != 1
                || !value.matches("\\d{1,4}")
                || Integer.parseInt(value) < 1
                || Integer.parseInt(value) > MOST_DAYS)
            throw new Problem.Invalid("filter", "problem.filter-days", String.join(", ", line.values()));
        return Integer.parseInt(value);
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        var choices = new ArrayList<Choice>();
        for (var type : ActionType.values()) choices.add(new Choice("", type.name(), type.name()));
        for (var type : ActionType.values())
            for (var days : USUAL_DAYS) choices.add(new Choice(type.name(), days, days));
        return choices;
    }
}
