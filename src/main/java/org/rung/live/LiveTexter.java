package org.rung.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.texting.WorkMoves;

/**
 * A texter of a campaign.
 *
 * @param firstTexts those that they hold and have not sent
 * @param replies those that wait for them
 * @param oldest since when the oldest of these waits
 * @param lastDid when they last sent a text or took a batch, in any campaign
 * @param review whether their first texts wait for somebody to look
 */
public record LiveTexter(
        MemberId texter,
        String name,
        boolean suspended,
        long firstTexts,
        long replies,
        Optional<Instant> oldest,
        Optional<Instant> lastDid,
        boolean review) {

    public boolean atWork(Instant now) {
        return !suspended && within(lastDid, WorkMoves.AT_WORK, now);
    }

    /** At work, with nothing left to do. */
    public boolean waitsForWork(Instant now) {
        return atWork(now) && firstTexts + replies == 0;
    }

    /** Somebody waits for them too long, or they hold first texts and are away. */
    public boolean overdue(Instant now) {
        return oldest.filter(since -> since.isBefore(now.minus(Live.LATE))).isPresent()
                || firstTexts > 0 && !atWork(now);
    }

    private static boolean within(Optional<Instant> at, Duration time, Instant now) {
        return at.filter(then -> then.isAfter(now.minus(time))).isPresent();
    }
}
