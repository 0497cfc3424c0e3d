package org.rung.payments;

/** Why the provider did not do what it was asked. */
public enum Trouble {
    /** The key is wrong or was taken back. */
    KEY,
    /** The key may not do this. */
    RIGHTS,
    /** Nobody answered, or not in time: it may be tried again. */
    AWAY,
    /** There is no such thing at the provider. */
    MISSING,
    /** It refused; its own words stand in its dashboard. */
    REFUSED
}
