package org.rung.senders;

/** The class that carriers give a registered 10DLC campaign. */
public enum CarrierClass {
    A,
    B,
    C,
    D,
    E,
    F,
    T
}
