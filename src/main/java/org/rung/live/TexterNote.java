package org.rung.live;

import java.time.Instant;
import java.util.Optional;

/**
 * What texters were told.
 *
 * @param about the name of the campaign, team or person, or a language's code; empty for everyone
 * @param from whoever wrote it; empty for another program
 * @param readBy how many of those whom it is for now have read it
 * @param to how many of them there are
 */
public record TexterNote(
        TexterNoteId texterNoteId,
        Audience audience,
        String about,
        String words,
        Optional<String> from,
        Instant toldAt,
        int readBy,
        int to) {}
