package org.rung.texting;

import java.time.Instant;
import java.util.Optional;
import org.rung.campaigns.CampaignId;
import org.rung.common.MemberId;
import org.rung.people.SupporterId;

/**
 * A conversation in a list: the supporter with their surname's initial, and the words of the latest text. skip: why it is
 * closed as skipped, where that was said. back: it came back from an organizer who was asked for help. inbound: the
 * latest words are theirs.
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
        boolean back,
        Instant latestAt,
        boolean inbound,
        String snippet) {}
