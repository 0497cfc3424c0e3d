package org.rung.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.rung.people.Belongings;
import org.rung.people.Estate;
import org.rung.people.HandedOver;
import org.rung.people.Pair;
import org.rung.people.Union;
import org.springframework.stereotype.Component;

/**
 * Work with many people names whom it is about, and no merge adds anyone to it: who was chosen to be erased does not draw
 * the other one along. The rows of the one that is gone go with them, and what was done to them stays done.
 */
@Component
class BulkBelongings implements Belongings {
    @Override
    public int order() {
        return 60;
    }

    @Override
    public Set<String> tables() {
        return Set.of("bulk_jobs", "bulk_people");
    }

    @Override
    public List<HandedOver> handOver(Pair pair, Union union, Instant now) {
        return List.of();
    }

    @Override
    public void giveBack(Pair pair, Estate estate, Instant now) {
        // There is nothing to give back: it was about somebody who was not there.
    }
}
