package org.rung.scripts;

/** What a text with merge fields is made of, in order; {@code at} is where the piece starts. */
public sealed interface MergePiece {
    int at();

    /** The piece as it is stored. */
    String stored();

    record Words(int at, String stored) implements MergePiece {}

    /** {@code {name|fallback}}; the fallback may be empty. */
    record Field(int at, String stored, String name, String fallback) implements MergePiece {}

    /** A brace without its partner, or braces around what is no field. */
    record Broken(int at, String stored) implements MergePiece {}
}
