package org.rung.answers;

/** What many conversations get. */
public enum ReplyKind {
    REPLY,
    /** An answer of theirs, written down, with what the script does about it. */
    RECORD
}
