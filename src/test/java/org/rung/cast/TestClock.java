package org.rung.cast;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A clock that stands still until a test ticks it. Shared by the whole run; each test class starts it anew. */
public class TestClock extends Clock {

    /** A Tuesday at one in the afternoon in New York: everybody on the mainland may be texted. */
    public static final Instant TUESDAY_NOON = Instant.parse("2026-10-13T17:00:00Z");

    private volatile Instant now = TUESDAY_NOON;

    public void tick(Duration duration) {
        now = now.plus(duration);
    }

    /** Databases keep microseconds, so that is what tests compare. */
    public void set(Instant instant) {
        now = instant.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? this : new InZone(this, zone);
    }

    private static class InZone extends Clock {
        private final TestClock time;
        private final ZoneId zone;

        InZone(TestClock time, ZoneId zone) {
            this.time = time;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return time.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new InZone(time, other);
        }
    }
}
