package org.rung.impact;

/** What somebody did whom a member texted, talked to or asked. */
public enum Deed {
    /** Answered them. */
    CONVERSATION,
    /** Promised something, or did what the campaign is for. */
    YES,
    CAME,
    HOSTED,
    GAVE
}
