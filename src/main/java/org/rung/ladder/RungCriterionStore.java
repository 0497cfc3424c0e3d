package org.rung.ladder;

import static org.jooq.impl.DSL.select;
import static org.rung.db.Tables.STANDINGS;
import static org.rung.db.Tables.SUPPORTERS;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.rung.accounts.Sentences;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.filters.Criterion;
import org.rung.filters.FilterLine;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Where someone stands: the key is the ladder's kind, or its id for one of the organization's own; the values are positions from 1. */
@Repository
class RungCriterionStore implements Criterion {
    private final LadderStore ladders;

    RungCriterionStore(LadderStore ladders) {
        this.ladders = ladders;
    }

    @Override
    public String kind() {
        return "rung";
    }

    /** Who has no row stands on the lowest rung, so that one is asked for as "not above". */
    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        Ladder ladder = ladder(organizationId, line.key());
        List<Byte> positions =
                line.values().stream().map(value -> position(ladder, value)).toList();
        List<Byte> above = positions.stream().filter(position -> position > 1).toList();
        Condition matches = above.isEmpty()
                ? DSL.falseCondition()
                : SUPPORTERS.SUPPORTER_ID.in(on(organizationId, ladder, STANDINGS.POSITION.in(above)));
        return positions.contains((byte) 1)
                ? matches.or(SUPPORTERS.SUPPORTER_ID.notIn(on(organizationId, ladder, STANDINGS.POSITION.gt((byte) 1))))
                : matches;
    }

    private static Select<Record1<SupporterId>> on(OrganizationId organizationId, Ladder ladder, Condition position) {
        return select(STANDINGS.SUPPORTER_ID)
                .from(STANDINGS)
                .where(
                        STANDINGS.ORGANIZATION_ID.eq(organizationId),
                        STANDINGS.LADDER_ID.eq(ladder.ladderId()),
                        position);
    }

    /** @throws Problem.Invalid for a rung that the ladder has not (any more) */
    static byte position(Ladder ladder, String value) {
        byte position = Rung.position(value);
        if (ladder.rungs().stream().noneMatch(rung -> rung.position() == position))
            throw new Problem.Invalid("filter", "problem.filter-rung", value);
        return position;
    }

    private Ladder ladder(OrganizationId organizationId, String kind) {
        return ladders.of(organizationId).stream()
                .filter(ladder -> ladder.key().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid("key", "problem.ladder-kind"));
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        List<Choice> choices = new ArrayList<>();
        for (Ladder ladder : ladders.of(organizationId)) {
            ladder.rungs()
                    .forEach(rung -> choices.add(new Choice(
                            ladder.key(),
                            Integer.toString(rung.position()),
                            (ladder.kind() == LadderKind.OTHER ? ladder.name() + ": " : "")
                                    + rung.position()
                                    + " "
                                    + StartingWords.in(Sentences.language(), rung.name()))));
        }
        return choices;
    }
}
