package org.rung.ladder;

import static org.jooq.impl.DSL.select;
import static org.rung.db.Tables.STANDINGS;
import static org.rung.db.Tables.SUPPORTERS;

import java.time.Clock;
import java.util.List;
import org.jooq.Condition;
import org.rung.accounts.Sentences;
import org.rung.common.OrganizationId;
import org.rung.filters.Criterion;
import org.rung.filters.FilterLine;
import org.springframework.stereotype.Repository;

/** About to lose their rung on the commitment ladder; values are positions, none means all. */
@Repository
class SlippingCriterionStore implements Criterion {
    private final LadderStore ladders;
    private final Clock clock;

    SlippingCriterionStore(LadderStore ladders, Clock clock) {
        this.ladders = ladders;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "slipping";
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        Ladder ladder = ladders.of(organizationId).getFirst();
        List<Byte> positions = line.values().stream()
                .map(value -> RungCriterionStore.position(ladder, value))
                .toList();
        return SUPPORTERS.SUPPORTER_ID.in(select(STANDINGS.SUPPORTER_ID)
                .from(STANDINGS)
                .where(
                        STANDINGS.ORGANIZATION_ID.eq(organizationId),
                        STANDINGS.LADDER_ID.eq(ladder.ladderId()),
                        STANDINGS.SLIPPING_AT.le(clock.instant()),
                        positions.isEmpty() ? STANDINGS.POSITION.gt((byte) 1) : STANDINGS.POSITION.in(positions)));
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        return ladders.of(organizationId).getFirst().rungs().stream()
                .filter(rung -> rung.rule().isPresent())
                .map(rung -> new Choice(
                        "",
                        Integer.toString(rung.position()),
                        rung.position() + " " + StartingWords.in(Sentences.language(), rung.name())))
                .toList();
    }
}
