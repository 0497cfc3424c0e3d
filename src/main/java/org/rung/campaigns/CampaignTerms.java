package org.rung.campaigns;

import java.time.Instant;
import java.util.Optional;
import org.rung.ladder.RungId;

/**
 * What holds for a campaign beside its script and people.
 *
 * @param startsAt when a draft starts by itself, if all its checks still hold then
 * @param endsAt when it ends by itself
 * @param template kept to be copied; it never starts
 * @param sample how many people are texted first, before it pauses by itself
 * @param sampleDone whether it has paused for that
 * @param dayCap first texts that one texter may take in a day
 * @param goalNumber how many supporters are to do what it is after
 * @param goalRung the rung to which they are to come, where it is after none of their deeds
 */
public record CampaignTerms(
        Optional<Instant> startsAt,
        Optional<Instant> endsAt,
        boolean template,
        Optional<Integer> sample,
        boolean sampleDone,
        Optional<Integer> dayCap,
        Optional<Integer> goalNumber,
        Optional<RungId> goalRung) {
    public static final int LARGEST_SAMPLE = 1_000;
    public static final int LARGEST_GOAL = 10_000_000;
    public static final int LARGEST_DAY = 10_000;

    /** How many people it may text until somebody has looked; empty where it may text all. */
    public Optional<Integer> sampling() {
        return sample.filter(size -> !sampleDone);
    }
}
