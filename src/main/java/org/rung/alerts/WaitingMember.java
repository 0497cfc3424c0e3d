package org.rung.alerts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.rung.common.MemberId;

/**
 * A member for whom replies wait, of which they were not told yet.
 *
 * @param newest since when the newest of them waits
 */
record WaitingMember(
        MemberId memberId,
        String email,
        Locale language,
        String organization,
        ZoneId zone,
        Optional<QuietTimes> quiet,
        int replies,
        Instant newest) {

    boolean wantsQuiet(Instant now) {
        return quiet.filter(times -> times.holds(now.atZone(zone).toLocalTime()))
                .isPresent();
    }
}
