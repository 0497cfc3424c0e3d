package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rung.campaigns.CampaignId;
import org.rung.common.MemberId;
import org.rung.messaging.Direction;
import org.rung.messaging.MessageState;
import org.rung.review.ReviewRow;
import org.rung.texting.ConversationState;

/** A text that was found, as other programs see it. */
@Schema(name = "FoundMessage")
record ReviewBody(
        @Schema(example = "0QKDP6Y8R9T3V") String id,
        Direction direction,
        @Schema(example = "See you at the union meeting!") String text,
        MessageState state,

        @Schema(description = "Why it did not arrive, in the provider's code.", example = "30007") @Nullable
        String errorCode,

        Instant at,

        @Schema(description = "The member who wrote it, or who holds the conversation.", example = "0QKDP6Y8R9T3V")
        @Nullable
        String texter,

        @Schema(description = "Absent for a text that belongs to none.", example = "0QKDP6Y8R9T3V") @Nullable
        String conversation,

        @Schema(example = "0QKDP6Y8R9T3V") @Nullable String campaign,
        @Schema(example = "0QKDP6Y8R9T3V") @Nullable String supporter,

        @Schema(description = "First name and initial.", example = "Nia A.") @Nullable
        String name,

        @Schema(description = "Of the conversation now.") @Nullable
        ConversationState conversationState,

        @Schema(
                description = "The watched word in it; empty for a slur or a threat that Rung knows itself.",
                example = "landlord scum")
        @Nullable
        String flag) {

    static ReviewBody of(ReviewRow row) {
        var about = row.about();
        return new ReviewBody(
                row.messageId().text(),
                row.direction(),
                row.words(),
                row.delivery(),
                row.errorCode().orElse(null),
                row.at(),
                row.texter().map(MemberId::text).orElse(null),
                about.map(one -> one.conversationId().text()).orElse(null),
                about.flatMap(ReviewRow.About::campaign).map(CampaignId::text).orElse(null),
                about.map(one -> one.supporterId().text()).orElse(null),
                about.map(ReviewRow.About::supporter).orElse(null),
                about.map(ReviewRow.About::state).orElse(null),
                row.flag().orElse(null));
    }
}
