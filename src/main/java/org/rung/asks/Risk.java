package org.rung.asks;

/** How much it is to ask of someone. HIGH is not put to people who are slipping: they are won back by less. */
public enum Risk {
    LOW,
    SOME,
    HIGH
}
