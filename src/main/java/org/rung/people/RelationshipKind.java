package org.rung.people;

/** How two people know each other. */
public enum RelationshipKind {
    FAMILY,
    FRIEND,
    NEIGHBOUR,
    COWORKER,
    CONGREGANT,
    OTHER
}
