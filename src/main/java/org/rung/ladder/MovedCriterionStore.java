package org.rung.ladder;

import static org.jooq.impl.DSL.select;
import static org.rung.db.Tables.MOVES;
import static org.rung.db.Tables.SUPPORTERS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.rung.accounts.Organizations;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.filters.Comparison;
import org.rung.filters.Criterion;
import org.rung.filters.DaySpan;
import org.rung.filters.FilterLine;
import org.springframework.stereotype.Repository;

/**
 * Moved on a ladder in so many days, or on one of some days. The key is the ladder's kind and how: {@code COMMITMENT:up},
 * {@code COMMITMENT:down}, {@code COMMITMENT:2>3}.
 */
@Repository
class MovedCriterionStore implements Criterion {
    private static final Pattern KEY = Pattern.compile("([A-Z]{1,12}):(up|down|(\\d{1,2})>(\\d{1,2}))");
    private static final List<String> USUAL_DAYS = List.of("7", "30", "90", "365");
    private static final int MOST_DAYS = 3_650;

    private final LadderStore ladders;
    private final Organizations organizations;
    private final Clock clock;

    MovedCriterionStore(LadderStore ladders, Organizations organizations, Clock clock) {
        this.ladders = ladders;
        this.organizations = organizations;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "moved";
    }

    @Override
    public List<Comparison> comparisons(OrganizationId organizationId, String key) {
        return List.of(Comparison.WITHIN, Comparison.DURING);
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        var key = KEY.matcher(line.key());
        if (!key.matches()) throw new Problem.Invalid("key", "problem.filter-moved", line.key());
        var ladder = ladders.of(organizationId).stream()
                .filter(one -> one.kind().name().equals(key.group(1)))
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid("key", "problem.ladder-kind"));
        var how =
                switch (key.group(2)) {
                    case "up" -> MOVES.TO_POSITION.gt(MOVES.FROM_POSITION);
                    case "down" -> MOVES.TO_POSITION.lt(MOVES.FROM_POSITION);
                    default ->
                        MOVES.FROM_POSITION
                                .eq(Byte.valueOf(key.group(3)))
                                .and(MOVES.TO_POSITION.eq(Byte.valueOf(key.group(4))));
                };
        return SUPPORTERS.SUPPORTER_ID.in(select(MOVES.SUPPORTER_ID)
                .from(MOVES)
                .where(
                        MOVES.ORGANIZATION_ID.eq(organizationId),
                        MOVES.LADDER_ID.eq(ladder.ladderId()),
                        MOVES.VOIDED_AT.isNull(),
                        how,
                        when(organizationId, line)));
    }

    private Condition when(OrganizationId organizationId, FilterLine line) {
        if (line.compare() == Comparison.DURING) {
            var span = DaySpan.of(line);
            var zone = organizations.get(organizationId).zone();
            return between(span.from(zone), span.until(zone));
        }
        var days = line.values().isEmpty() ? "" : line.values().getFirst();
        if (line.values().size() != 1
                || !days.matches("\\d{1,4}")
                || Integer.parseInt(days) < 1
                || Integer.parseInt(days) > MOST_DAYS)
            throw new Problem.Invalid("filter", "problem.filter-days", String.join(", ", line.values()));
        var now = clock.instant();
        return between(now.minus(Duration.ofDays(Integer.parseInt(days))), now.plusSeconds(1));
    }

    private static Condition between(Instant from, Instant until) {
        return MOVES.HAPPENED_AT.ge(from).and(MOVES.HAPPENED_AT.lt(until));
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        List<Choice> choices = new ArrayList<>();
        // A ladder that an organization made for itself has no words for it yet.
        for (var ladder : ladders.of(organizationId).stream()
                .filter(one -> one.kind() != LadderKind.OTHER)
                .toList())
            for (var way : List.of("up", "down"))
                USUAL_DAYS.forEach(days -> choices.add(new Choice(ladder.kind().name() + ":" + way, days, days)));
        return choices;
    }
}
