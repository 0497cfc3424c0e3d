package org.rung.crew;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.texters.TexterTerms;
import org.rung.texting.Batch;
import org.rung.texting.WorkMoves;

/**
 * A texter over all campaigns.
 *
 * @param firstTexts those that they hold and have not sent
 * @param replies those that wait for them
 * @param oldest since when the oldest of these waits
 * @param late those of them that wait longer than their campaign's lease
 * @param lastDid when they last sent a text or took a batch
 * @param shortage why they got less than they asked for, when they did so last
 * @param review whether their first texts wait for somebody to look
 * @param week what they sent in seven days
 */
public record TexterRow(
        MemberId texter,
        String name,
        boolean suspended,
        int firstTexts,
        int replies,
        Optional<Instant> oldest,
        int late,
        Optional<Instant> lastDid,
        Optional<Shortage> shortage,
        boolean review,
        Week week,
        TexterTerms terms) {

    /** The campaign that they asked. */
    public record Shortage(Batch.Short why, String campaign, Instant at) {}

    /** Of seven days. */
    public record Week(int firstTexts, int replies, int days) {
        public static final Week NOTHING = new Week(0, 0, 0);
    }

    TexterRow with(Week did, TexterTerms holds) {
        return new TexterRow(
                texter, name, suspended, firstTexts, replies, oldest, late, lastDid, shortage, review, did, holds);
    }

    public boolean atWork(Instant now) {
        return !suspended && within(lastDid, now);
    }

    public boolean waits(Instant now) {
        return !suspended && firstTexts + replies == 0 && within(shortage.map(Shortage::at), now);
    }

    private static boolean within(Optional<Instant> at, Instant now) {
        Duration lately = WorkMoves.AT_WORK;
        return at.filter(then -> then.isAfter(now.minus(lately))).isPresent();
    }
}
