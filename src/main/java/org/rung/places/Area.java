package org.rung.places;

import java.util.List;

/** A part of the world that people are looked for in. */
public sealed interface Area permits Box, Circle, County, Polygon {
    /** How much of a square belongs to an area. */
    enum Share {
        NONE,
        SOME,
        ALL
    }

    boolean contains(Point point);

    Box box();

    Share of(Box square);

    /** As {@link Areas#read} reads it. */
    String text();

    /** The runs of {@link Spot spots} in it, in order and apart from each other; at most some hundreds. */
    default List<SpotRun> runs() {
        return Cover.of(this);
    }
}
