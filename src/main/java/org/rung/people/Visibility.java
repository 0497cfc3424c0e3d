package org.rung.people;

/** Who may see an acquaintance. */
public enum Visibility {
    MINE,
    SHARED
}
