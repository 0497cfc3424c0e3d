package org.rung.messaging;

/** Which way a text went. */
public enum Direction {
    IN,
    OUT
}
