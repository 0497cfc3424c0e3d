package org.rung.accounts;

/** How a one-time code gets to its person. */
public enum Way {
    EMAIL,
    TEXT
}
