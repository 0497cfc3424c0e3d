package org.rung.demo;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/**
 * Where the demo's people live: a zone in which it is day. Rung texts nobody outside their hours, simulated people
 * neither, and whoever starts the demo in the evening wants to see it alive.
 */
final class DemoDaylight {
    private static final LocalTime FROM = LocalTime.of(9, 15);
    private static final LocalTime UNTIL = LocalTime.of(17, 0);
    private static final LocalTime BEST = LocalTime.of(11, 0);

    /** Oakland first; the others go once around the world. */
    private static final List<ZoneId> ZONES = List.of(
                    "America/Los_Angeles",
                    "Pacific/Honolulu",
                    "America/Denver",
                    "America/Chicago",
                    "America/New_York",
                    "America/Halifax",
                    "America/Sao_Paulo",
                    "Atlantic/South_Georgia",
                    "Atlantic/Azores",
                    "Europe/London",
                    "Europe/Berlin",
                    "Europe/Athens",
                    "Africa/Nairobi",
                    "Asia/Dubai",
                    "Asia/Karachi",
                    "Asia/Dhaka",
                    "Asia/Bangkok",
                    "Asia/Shanghai",
                    "Asia/Tokyo",
                    "Australia/Brisbane",
                    "Pacific/Guadalcanal",
                    "Pacific/Auckland",
                    "Pacific/Pago_Pago")
            .stream()
            .map(ZoneId::of)
            .toList();

    private DemoDaylight() {}

    /** The zone of now where it is still day there, else one with most of the day ahead. */
    static ZoneId zone(ZoneId usual, Instant now) {
        if (isDay(usual, now)) {
            return usual;
        }
        return isDay(ZONES.getFirst(), now)
                ? ZONES.getFirst()
                : ZONES.stream()
                        .min(Comparator.comparing(zone -> fromBest(zone, now)))
                        .orElseThrow();
    }

    private static boolean isDay(ZoneId zone, Instant now) {
        var time = now.atZone(zone).toLocalTime();
        return !time.isBefore(FROM) && time.isBefore(UNTIL);
    }

    private static int fromBest(ZoneId zone, Instant now) {
        return Math.abs(now.atZone(zone).toLocalTime().toSecondOfDay() - BEST.toSecondOfDay());
    }
}
