package org.rung.reshaping;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.rung.people.Belongings;
import org.rung.people.Estate;
import org.rung.people.HandedOver;
import org.rung.people.Pair;
import org.rung.people.Union;
import org.springframework.stereotype.Component;

/** What a preview foresaw for someone who is no more goes with them; the next one looks at who is there then. */
@Component
class ReshapingBelongings implements Belongings {
    @Override
    public int order() {
        return 60;
    }

    @Override
    public Set<String> tables() {
        return Set.of("ladder_runs", "ladder_run_people");
    }

    @Override
    public List<HandedOver> handOver(Pair pair, Union union, Instant now) {
        return List.of();
    }

    @Override
    public void giveBack(Pair pair, Estate estate, Instant now) {
        // There is nothing to give back: it was a look at one day.
    }
}
