package org.rung.texting;

/** What was handed out. */
public enum AssignmentKind {
    FIRST,
    REPLIES
}
