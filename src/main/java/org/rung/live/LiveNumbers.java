package org.rung.live;

import java.time.Instant;
import java.util.Optional;

/**
 * How a campaign is doing now.
 *
 * @param waiting replies that wait for an answer, those that an organizer has left out
 * @param oldest since when the oldest of them waits
 * @param late those that wait longer than {@link Live#LATE}
 * @param nobodys those that no texter holds
 * @param helped conversations in which a texter asked for help
 * @param answered supporters whose answer to the script's question is known
 * @param badNumbers conversations closed because their number is bad
 * @param failing texts of the last hour that did not arrive, or of which nobody knows
 * @param succeeded supporters who have done what it is after since it started, or came to the rung that it is after; empty
 *     without a goal
 */
public record LiveNumbers(
        long firstTextsLeft,
        long texted,
        long waiting,
        Optional<Instant> oldest,
        long late,
        long nobodys,
        long helped,
        long answered,
        long optedOut,
        long badNumbers,
        long failing,
        Optional<Long> succeeded) {

    public long all() {
        return firstTextsLeft + texted;
    }
}
