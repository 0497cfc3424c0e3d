package org.rung.campaigns;

/** What texters may do to the words of a first text. */
public enum EditPolicy {
    ALLOWED,
    /** They may change them, and organizers see which were changed, beside the script's words. */
    FLAGGED,
    /** It goes as the script has it. */
    LOCKED
}
