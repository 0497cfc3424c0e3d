package org.rung.people;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened with a supporter; kind picks the icon (text-in, text-out, action, move, note, consent), title is
 * already in the reader's language.
 *
 * @param counts false for what was taken back: it is struck out, not hidden
 * @param act what the reader may do about it
 */
public record TimelineEntry(
        Instant happenedAt, String kind, String title, String words, boolean counts, Optional<TimelineAct> act) {
    public TimelineEntry(Instant happenedAt, String kind, String title, String words) {
        this(happenedAt, kind, title, words, true, Optional.empty());
    }
}
