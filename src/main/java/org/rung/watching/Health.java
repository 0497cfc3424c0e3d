package org.rung.watching;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.rung.senders.ErrorPolicy;
import org.rung.senders.Registration;
import org.rung.senders.Sender;

/**
 * How an organization's texts fare.
 *
 * @param lag from handing a text over to the report that it arrived, on average over the last day
 * @param forPerson texts that no rule lets go on without a person, counted no further than 200
 */
public record Health(
        Instant at,
        Queue queue,
        List<Pace> senders,
        List<Shared> registrations,
        Came day,
        Came week,
        Optional<Duration> lag,
        List<Failure> failures,
        int forPerson) {

    /**
     * What has yet to leave, or is in doubt.
     *
     * @param oldest when the first of the queued ones was due
     * @param opens when the first of the held ones may leave
     * @param doubtSince since when the first of the unconfirmed ones waits for a look-up
     */
    public record Queue(
            int queued,
            int held,
            int parked,
            int sending,
            int unconfirmed,
            Optional<Instant> oldest,
            Optional<Instant> opens,
            Optional<Instant> doubtSince) {
        public int waiting() {
            return queued + held + parked + sending;
        }
    }

    /**
     * A sender, what waits for it, and what it gave to its provider in the last full minute.
     *
     * @param cap segments a minute that it may send by itself; empty when nothing bounds it, or its registration alone
     */
    public record Pace(Sender sender, int waiting, int texts, int segments, OptionalInt cap) {}

    /**
     * A registration with the carriers, whose cap all its senders share, and what they gave to their provider together.
     *
     * @param cap segments a minute
     */
    public record Shared(Registration registration, int senders, int texts, int segments, int cap) {}

    /** How texts came to an end. */
    public record Came(int sent, int delivered, int failed) {
        /** Of those whose end is known; empty before there is one. */
        public Optional<Double> share() {
            int known = delivered + failed;
            return known == 0 ? Optional.empty() : Optional.of((double) delivered / known);
        }
    }

    /** A carrier's or provider's code, and how often it was said of a text. */
    public record Failure(String code, ErrorPolicy policy, boolean known, int day, int week) {}
}
