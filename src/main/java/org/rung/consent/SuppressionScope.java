package org.rung.consent;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far an entry of the do-not-text list reaches. */
public sealed interface SuppressionScope {

    /** Nothing is sent any more, no answer either. */
    record ForGood() implements SuppressionScope {}

    /** Nobody is texted first before that moment. */
    record Until(Instant at) implements SuppressionScope {}

    /** Nobody is texted first as part of this: to texting, a campaign. */
    record Within(long occasion) implements SuppressionScope {}

    /** From its stored form. */
    static SuppressionScope of(long occasion, @Nullable Instant until) {
        if (occasion != 0) return new Within(occasion);
        return until == null ? new ForGood() : new Until(until);
    }

    /** 0 for everything. */
    default long occasion() {
        return this instanceof Within within ? within.occasion : 0;
    }

    default Optional<Instant> until() {
        return this instanceof Until until ? Optional.of(until.at) : Optional.empty();
    }

    /** As programs and words call it. */
    default String kind() {
        return switch (this) {
            case ForGood() -> "GOOD";
            case Until until -> "UNTIL";
            case Within within -> "CAMPAIGN";
        };
    }
}
