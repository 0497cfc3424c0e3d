package org.rung.texting;

/** Why a texter sends somebody no first text. */
public enum SkipReason {
    /** Or the number looks wrong; whether it is, nobody has said. */
    WRONG_PERSON,
    /** The texter knows them, and would rather talk. */
    KNOWN,
    LANGUAGE,
    NOT_NOW,
    /** In the texter's own words. */
    OTHER
}
