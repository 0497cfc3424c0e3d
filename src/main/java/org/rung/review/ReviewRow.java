package org.rung.review;

import java.time.Instant;
import java.util.Optional;
import org.rung.campaigns.CampaignId;
import org.rung.common.MemberId;
import org.rung.common.MessageId;
import org.rung.messaging.Direction;
import org.rung.messaging.MessageState;
import org.rung.people.SupporterId;
import org.rung.texting.ClosedReason;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationState;

/** A text that was found. The rest is of its conversation; texts without one have none of it. texter: who wrote it, else who holds the conversation. */
public record ReviewRow(
        MessageId messageId,
        Direction direction,
        String words,
        MessageState delivery,
        Optional<String> errorCode,
        Instant at,
        Optional<MemberId> texter,
        Optional<About> about,
        Optional<String> flag) {

    ReviewRow about(About other) {
        return new ReviewRow(messageId, direction, words, delivery, errorCode, at, texter, Optional.of(other), flag);
    }

    /** supporter: with the surname's initial. */
    public record About(
            ConversationId conversationId,
            Optional<CampaignId> campaign,
            String campaignName,
            SupporterId supporterId,
            String supporter,
            ConversationState state,
            Optional<ClosedReason> closed) {}
}
