package org.rung.filters;

/** How a list of supporters is sorted. */
public enum SupporterOrder {
    NEWEST,
    LAST_NAME,
    FIRST_NAME
}
