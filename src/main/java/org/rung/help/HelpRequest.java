package org.rung.help;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.texting.ConversationId;

/** A texter's request for help with a conversation; with an outcome it is settled. answer: what they were told with it. */
public record HelpRequest(
        HelpRequestId helpRequestId,
        ConversationId conversationId,
        MemberId askedBy,
        HelpReason reason,
        String note,
        Whom to,
        Instant askedAt,
        Optional<MemberId> takenBy,
        Optional<HelpOutcome> outcome,
        Optional<MemberId> settledBy,
        String answer) {

    public boolean takenBy(MemberId member) {
        return takenBy.filter(member::equals).isPresent();
    }
}
