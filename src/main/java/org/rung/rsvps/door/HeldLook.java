package org.rung.rsvps.door;

import java.util.List;
import java.util.Optional;
import org.rung.events.Event;
import org.rung.rsvps.Gathered;

/**
 * A page of what is held under an umbrella.
 *
 * @param near what somebody typed, empty where nobody did
 * @param from where that is, if anybody knows
 * @param page from 1
 * @param rows in their order; none where nobody takes people any more
 */
record HeldLook(Gathered gathered, String near, Optional<Gathered.From> from, int page, int pages, List<Row> rows) {
    static final int SIZE = 20;
    static final int LONGEST_NEAR = 80;

    /** @param miles from where somebody looks, to about a mile; empty where one of the two is nowhere */
    record Row(Event event, Optional<Long> miles) {}
}
