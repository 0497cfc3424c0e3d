package org.rung.texting;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.rung.ladder.Standing;
import org.rung.media.AttachmentId;
import org.rung.people.SupporterId;

/**
 * A first text ready to send: who, where, and the words in pieces, so that a screen can mark what was filled in.
 * leavesAt: when it would leave, if not at once; picture: what leaves with the words.
 */
public record FirstTextCard(
        ConversationId conversationId,
        SupporterId supporterId,
        String name,
        String initials,
        String place,
        ZoneId zone,
        boolean zoneFlagged,
        Optional<Instant> leavesAt,
        String source,
        Standing standing,
        List<Piece> pieces,
        List<Line> thread,
        Optional<String> draft,
        Optional<AttachmentId> picture) {

    /** Words of the script, or (filled) what a merge field became. */
    public record Piece(String words, boolean filled) {}

    /** One earlier text with this number. */
    public record Line(boolean inbound, String words, Instant happenedAt) {}

    /** What the texter made of it before, else the script's words. */
    public String body() {
        return draft.orElseGet(this::scripted);
    }

    public String scripted() {
        return pieces.stream().map(Piece::words).collect(java.util.stream.Collectors.joining());
    }
}
