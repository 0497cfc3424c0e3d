package org.rung.filters;

/** Whether all parts of a filter must hold, or any one of them. */
public enum Match {
    ALL,
    ANY
}
