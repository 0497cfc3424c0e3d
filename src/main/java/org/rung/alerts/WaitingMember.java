package org.rung.alerts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.rung.common.MemberId;

/**
 * A member for whom something waits, of which they were not told yet.
 *
 * @param newest since when the newest reply waits; empty where they were told of all of them
 * @param helps how many texters wait for their help
 * @param newestHelp when the newest of those asked
 */
record WaitingMember(
        MemberId memberId,
        String email,
        Locale language,
        String organization,
        ZoneId zone,
        Optional<QuietTimes> quiet,
        int replies,
        Optional<Instant> newest,
        int helps,
        Optional<Instant> newestHelp) {

    boolean wantsQuiet(Instant now) {
        return quiet.filter(times -> times.holds(now.atZone(zone).toLocalTime()))
                .isPresent();
    }

    WaitingMember withReplies(int count) {
        return new WaitingMember(
                memberId, email, language, organization, zone, quiet, count, newest, helps, newestHelp);
    }

    WaitingMember withHelps(int count, Instant asked) {
        return new WaitingMember(
                memberId, email, language, organization, zone, quiet, replies, newest, count, Optional.of(asked));
    }
}
