package org.rung.payments;

/** A standing gift in a list, with who gives it, as far as that is known. */
public record StandingRow(StandingGift gift, String name) {}
