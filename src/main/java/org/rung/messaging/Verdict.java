package org.rung.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rung.senders.ErrorPolicy;
import org.rung.senders.ErrorTable;
import org.rung.senders.Outcome;

/** The next state of a text after a provider said something, and what its code means beyond this text. */
record Verdict(
        MessageState state,
        Optional<Hold> hold,
        Optional<Instant> dueAt,
        Optional<String> providerId,
        Optional<String> errorCode,
        ErrorPolicy policy) {
    private static final Duration ONE_RETRY_AFTER = Duration.ofHours(4);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(30);
    private static final Duration CAPPED_FOR = Duration.ofHours(1);

    static Verdict of(Outcome outcome, ErrorTable table, int attempt, Instant now, RandomGenerator random) {
        return switch (outcome) {
            case Outcome.Accepted accepted ->
                new Verdict(
                        MessageState.SENT,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(accepted.providerId()),
                        Optional.empty(),
                        ErrorPolicy.OTHER);
            case Outcome.NotNow notNow -> {
                ErrorPolicy policy = table.of(notNow.code());
                yield trouble(
                        notNow.code(),
                        policy.passing() ? policy : ErrorPolicy.RETRY_LATER,
                        MessageState.FAILED,
                        attempt,
                        attempt > 1,
                        notNow.until(),
                        now,
                        random);
            }
            case Outcome.Never never ->
                trouble(
                        never.code(),
                        table.of(never.code()),
                        MessageState.FAILED,
                        attempt,
                        attempt > 1,
                        now,
                        now,
                        random);
            case Outcome.Unknown() ->
                new Verdict(
                        MessageState.UNCONFIRMED,
                        Optional.empty(),
                        Optional.of(now),
                        Optional.empty(),
                        Optional.empty(),
                        ErrorPolicy.OTHER);
        };
    }

    /** {@code end} is the state of a text that will not leave again by itself; {@code retried}, whether it had its one retry. */
    static Verdict trouble(
            String code,
            ErrorPolicy policy,
            MessageState end,
            int attempt,
            boolean retried,
            Instant notBefore,
            Instant now,
            RandomGenerator random) {
        return switch (policy) {
            case PAUSE_SENDER, PAUSE_ACCOUNT -> again(code, policy, Optional.empty());
            case RETRY_LATER -> {
                Instant backedOff = now.plus(backoff(attempt, random));
                yield again(code, policy, Optional.of(backedOff.isAfter(notBefore) ? backedOff : notBefore));
            }
            case RETRY_HOURS_LATER ->
                again(
                        code,
                        policy,
                        Optional.of(now.plus(CAPPED_FOR).plusMillis(random.nextLong(CAPPED_FOR.toMillis()))));
            case ONE_RETRY ->
                !retried
                        ? again(code, policy, Optional.of(now.plus(ONE_RETRY_AFTER)))
                        : ended(end, code, ErrorPolicy.BAD_PHONE);
            case HOLD_COUNTRY ->
                new Verdict(
                        MessageState.HELD,
                        Optional.of(Hold.PERSON),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(code),
                        policy);
            case BAD_PHONE, BAD_PHONE_IF_AGAIN, OPT_OUT, FILTERED, COMPOSER, OTHER -> ended(end, code, policy);
        };
    }

    /** Doubling from 2 s, between half and the whole of it, so that many texts do not come back at once. */
    private static Duration backoff(int attempt, RandomGenerator random) {
        long whole = Math.min(LONGEST_BACKOFF.toMillis(), 2_000L << Math.min(attempt, 12));
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }

    private static Verdict again(String code, ErrorPolicy policy, Optional<Instant> dueAt) {
        return new Verdict(MessageState.QUEUED, Optional.empty(), dueAt, Optional.empty(), Optional.of(code), policy);
    }

    private static Verdict ended(MessageState end, String code, ErrorPolicy policy) {
        return new Verdict(end, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(code), policy);
    }
}
