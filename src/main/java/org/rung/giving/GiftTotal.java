package org.rung.giving;

/** Of one currency: amounts of two are never added up. In its smallest unit. */
public record GiftTotal(String currency, long gifts, long givenMinor, long backMinor) {
    public long keptMinor() {
        return givenMinor - backMinor;
    }
}
