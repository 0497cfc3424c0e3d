package org.rung.texting;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.rung.campaigns.EditPolicy;
import org.rung.ladder.Standing;
import org.rung.media.AttachmentId;
import org.rung.people.SupporterId;

/**
 * A first text ready to send: who, where, and the words in pieces, so that a screen can mark what was filled in.
 * leavesAt: when it would leave, if not at once; edits: what may be done to the words; picture: what leaves with them.
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
        EditPolicy edits,
        Optional<AttachmentId> picture) {

    /** Words of the script, or (filled) what a merge field became. */
    public record Piece(String words, boolean filled) {}

    /** One earlier text with this number. */
    public record Line(boolean inbound, String words, Instant happenedAt) {}

    /** What the texter made of it before, where they may, else the script's words. */
    public String body() {
        return draft.filter(words -> edits != EditPolicy.LOCKED).orElseGet(this::scripted);
    }

    public String scripted() {
        return pieces.stream().map(Piece::words).collect(java.util.stream.Collectors.joining());
    }
}
