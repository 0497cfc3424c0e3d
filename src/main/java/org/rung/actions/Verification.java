package org.rung.actions;

/** Who says that it happened: the person (also through a texter), a program or payment, or a named member; each outranks the one before. */
public enum Verification {
    SELF,
    SYSTEM,
    HUMAN
}
