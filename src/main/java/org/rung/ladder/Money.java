package org.rung.ladder;

/** An amount in minor units (cents) with its ISO 4217 currency. */
public record Money(long minor, String currency) {}
