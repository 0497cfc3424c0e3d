package org.rung.giving;

/** How the money came. */
public enum GiftWay {
    CASH,
    CHECK,
    TRANSFER,
    /** By card or wallet, through whoever takes them for the organization. */
    ONLINE,
    OTHER
}
