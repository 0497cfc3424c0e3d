package org.rung.help;

/** Why a texter asks. */
public enum HelpReason {
    ABUSE,
    QUESTION,
    EXPERT,
    LANGUAGE,
    OTHER
}
