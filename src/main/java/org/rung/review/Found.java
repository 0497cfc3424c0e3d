package org.rung.review;

/** How a text with a watched word was found: sent all the same, held first, or read afterwards. */
public enum Found {
    WARNED,
    HELD,
    FOUND
}
