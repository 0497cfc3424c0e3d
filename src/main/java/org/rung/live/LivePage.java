package org.rung.live;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rung.campaigns.Campaign;

/**
 * All that the page of a running campaign shows, as it was at one moment.
 *
 * @param goalRung what the rung that it is after is called, if it is after one
 * @param texters those for whom somebody waits longest first; empty for whoever assigns no work
 * @param joined how many texters there are, shown or not
 * @param undecided texts of the organization that a person must decide about
 * @param look of two pages of one server the one that was begun later has the higher
 */
public record LivePage(
        Campaign campaign,
        LiveNumbers numbers,
        Optional<String> goalRung,
        List<LiveTexter> texters,
        int joined,
        int undecided,
        Instant at,
        long look) {

    public long atWork() {
        return texters.stream().filter(one -> one.atWork(at)).count();
    }

    public long overdue() {
        return texters.stream().filter(one -> one.overdue(at)).count();
    }

    public long toReview() {
        return texters.stream().filter(LiveTexter::review).count();
    }
}
