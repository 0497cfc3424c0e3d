package org.rung.journeys;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rung.common.PhoneNumber;
import org.rung.senders.simulator.Temper;

/** A place where it is day while the journey runs: Rung texts nobody outside their hours. */
record Daytime(ZoneId zone, String prefix) {

    private static final LocalTime FROM = LocalTime.of(9, 20);
    private static final LocalTime UNTIL = LocalTime.of(19, 0);

    static Daytime now() {
        Instant now = Instant.now();
        return Stream.of(
                        new Daytime(ZoneId.of("America/Los_Angeles"), "+1415556%04d"),
                        new Daytime(ZoneId.of("Pacific/Honolulu"), "+1808556%04d"),
                        new Daytime(ZoneId.of("Europe/London"), "+44740012%04d"),
                        new Daytime(ZoneId.of("Asia/Kolkata"), "+91981055%04d"))
                .filter(place -> place.isDay(now))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("It is night everywhere"));
    }

    private boolean isDay(Instant now) {
        LocalTime time = now.atZone(zone).toLocalTime();
        return !time.isBefore(FROM) && time.isBefore(UNTIL);
    }

    /** Numbers there whose owners answer in this way. */
    Stream<PhoneNumber> phones(Temper temper) {
        return IntStream.range(100, 200)
                .mapToObj(last -> new PhoneNumber(prefix.formatted(last)))
                .filter(phone -> Temper.of(phone) == temper);
    }
}
