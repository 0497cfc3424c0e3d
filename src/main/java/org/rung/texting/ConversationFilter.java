package org.rung.texting;

import java.util.Optional;
import org.rung.campaigns.CampaignId;
import org.rung.common.MemberId;

/** Which conversations to list; all that is present must hold. */
public record ConversationFilter(
        Optional<CampaignId> campaign, Optional<MemberId> texter, Optional<ConversationState> state, Among among) {

    /** Where to look: all, those waiting in the organizers' inbox (nobody holds them), or those without a campaign. */
    public enum Among {
        ALL,
        INBOX
    }

    public static final ConversationFilter ALL =
            new ConversationFilter(Optional.empty(), Optional.empty(), Optional.empty(), Among.ALL);

    public static final ConversationFilter INBOX = new ConversationFilter(
            Optional.empty(), Optional.empty(), Optional.of(ConversationState.NEEDS_RESPONSE), Among.INBOX);

    /** Replies that wait for this texter. */
    public static ConversationFilter waitingFor(MemberId texter) {
        return new ConversationFilter(
                Optional.empty(), Optional.of(texter), Optional.of(ConversationState.NEEDS_RESPONSE), Among.ALL);
    }
}
