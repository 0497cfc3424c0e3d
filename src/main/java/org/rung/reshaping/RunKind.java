package org.rung.reshaping;

/** Everyone looked at: what a draft would do, or standings that follow a version that holds by now. */
public enum RunKind {
    PREVIEW,
    APPLY
}
