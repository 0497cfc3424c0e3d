package org.rung.accounts.codes;

import java.time.Instant;

/**
 * A code that was asked for, the same whether there is such an account or not.
 *
 * @param ask what the browser keeps: the digits work together with it alone
 */
public record Asked(String ask, Instant expiresAt) {
    @Override
    public String toString() {
        return "Asked[…]";
    }
}
