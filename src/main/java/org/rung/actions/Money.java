package org.rung.actions;

import org.rung.common.Problem;

/** An amount in minor units (cents) with its ISO 4217 currency. */
public record Money(long minor, String currency) {
    public Money {
        if (minor < 1 || minor > 100_000_000_000L) {
            throw new Problem.Invalid("amount", "problem.amount");
        }
        if (currency.length() != 3 || !currency.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
            throw new Problem.Invalid("currency", "problem.currency");
        }
    }
}
