package org.rung.links;

/** Whether a person opened a link, or a program that looks at links. */
public enum ClickKind {
    CLICK,
    SCAN
}
