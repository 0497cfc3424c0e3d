package org.rung.ladder;

import org.rung.common.Problem;

/** An amount in minor units (cents) with its ISO 4217 currency. */
public record Money(long minor, String currency) {
    public Money {
        if (minor < 1 || minor > 100_000_000_000L) {
            throw new Problem.Invalid("amount", "must be from 1 to 100,000,000,000 minor units");
        }
        if (currency.length() != 3 || !currency.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
            throw new Problem.Invalid("currency", "must be a code of three capital letters, such as USD");
        }
    }
}
