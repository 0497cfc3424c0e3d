package org.rung.campaigns;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a campaign's first texts will take. segments: reckoned from the real values of the sampled people; pictures: each
 * leaves with one and is billed once; cost: where the
 * organization has said what a segment costs; finish: when the last one leaves inside everyone's hours, at the earliest;
 * newPeople: who get their number for life by it, and placesMissing: for how many of them no number has room; paused: who
 * has a number that pauses; later: who was texted first so lately that their text waits for the contact rule, and tooOften:
 * who gets none while that rule holds, and is not among the texts; ahead: segments that the same numbers have to send before.
 * The finish is that of all others.
 */
public record SendPlan(
        long texts,
        long segments,
        boolean pictures,
        int sampled,
        Optional<BigDecimal> cost,
        Optional<String> currency,
        Optional<Instant> finish,
        double texterHours,
        Cap cap,
        long segmentsAMinute,
        long newPeople,
        long placesMissing,
        List<Paused> paused,
        long later,
        long tooOften,
        long ahead) {

    /** People who have a number that pauses: what is texted to them waits until it runs again. */
    public record Paused(String number, long people) {}

    /** First texts that a texter sends in an hour: one about every four seconds. */
    public static final int FIRST_TEXTS_AN_HOUR = 900;

    /** Of a hundred people who answer, and how many answers a texter writes in an hour. */
    public static final int ANSWERS_OF_A_HUNDRED = 10;

    public static final int ANSWERS_AN_HOUR = 90;

    /** What would have to grow for it to be over sooner. */
    public enum Cap {
        NOBODY,
        CONTACT_RULE,
        NO_SENDER,
        HOURS,
        SENDER,
        CARRIER,
        TEXTERS
    }
}
