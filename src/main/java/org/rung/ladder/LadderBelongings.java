package org.rung.ladder;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.rung.common.OrganizationId;
import org.rung.people.Belongings;
import org.rung.people.Estate;
import org.rung.people.HandedOver;
import org.rung.people.Pair;
import org.rung.people.SupporterId;
import org.rung.people.Union;
import org.springframework.stereotype.Component;

/**
 * Where two stand who are one: their moves, locks and rests come together, and the fold over what both did says the rest.
 * Taken back, each stands again where their own actions put them.
 */
@Component
class LadderBelongings implements Belongings {
    private final MoveBelongingsStore moves;
    private final StandingBelongingsStore standings;
    private final Folding folding;

    LadderBelongings(MoveBelongingsStore moves, StandingBelongingsStore standings, Folding folding) {
        this.moves = moves;
        this.standings = standings;
        this.folding = folding;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Set<String> tables() {
        return Set.of("standings", "moves", "locks");
    }

    @Override
    public List<HandedOver> handOver(Pair pair, Union union, Instant now) {
        return Stream.concat(moves.handOver(pair).stream(), standings.handOver(pair, now).stream())
                .toList();
    }

    @Override
    public void giveBack(Pair pair, Estate estate, Instant now) {
        moves.giveBack(pair, estate, now);
        standings.giveBack(pair, estate, now);
    }

    @Override
    public void settle(OrganizationId organizationId, Collection<SupporterId> people) {
        folding.fold(organizationId, people);
    }
}
