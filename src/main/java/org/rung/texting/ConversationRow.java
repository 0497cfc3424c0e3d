package org.rung.texting;

import java.time.Instant;
import java.util.Optional;
import org.rung.campaigns.CampaignId;
import org.rung.common.MemberId;
import org.rung.people.SupporterId;

/**
 * A conversation in a list: the supporter with their surname's initial, and the words of the latest text. skip: why it is
 * closed as skipped, where that was said.
 */
public record ConversationRow(
        ConversationId conversationId,
        Optional<CampaignId> campaign,
        String campaignName,
        SupporterId supporterId,
        String supporter,
        String initials,
        ConversationState state,
        Optional<ClosedReason> closedReason,
        Optional<Skip> skip,
        Optional<MemberId> texter,
        int unread,
        Optional<Suggestion> suggestion,
        Optional<Instant> waitingSince,
        Instant latestAt,
        String snippet) {}
