package org.rung.people;

import java.time.Instant;

/** Something that happened with a supporter; kind picks the icon (text-in, text-out, action, move, note, consent), title is already in the reader's language. */
public record TimelineEntry(Instant happenedAt, String kind, String title, String words) {}
