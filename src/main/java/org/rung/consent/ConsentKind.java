package org.rung.consent;

/** What a line of the consent ledger says of a number. */
public enum ConsentKind {
    OPTED_IN,
    OPTED_OUT,
    WRONG_NUMBER
}
