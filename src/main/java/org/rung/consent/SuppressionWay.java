package org.rung.consent;

/** How a number came onto the list or off it. */
public enum SuppressionWay {
    /** By a member, for one person. */
    HAND,
    /** With many people at once. */
    MANY,
    /** From a file of numbers. */
    LIST,
    API
}
