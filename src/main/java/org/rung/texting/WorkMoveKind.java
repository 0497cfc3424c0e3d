package org.rung.texting;

/** What moves from one texter to another. */
public enum WorkMoveKind {
    /** First texts that were not sent. */
    FIRST_TEXTS,
    /** Replies that wait for an answer. */
    REPLIES,
    /** Those, and the conversations in which the supporter has the word: what they write next finds the new texter. */
    CONVERSATIONS
}
