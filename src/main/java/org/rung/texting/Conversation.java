package org.rung.texting;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.campaigns.CampaignId;
import org.rung.common.MemberId;
import org.rung.common.PhoneNumber;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;
import org.rung.senders.SenderId;
import org.rung.teams.TeamId;

/**
 * One campaign with one supporter. Without a campaign it came from an inbound text; texter is who holds it. helpSince: it is
 * with an organizer, or with the leads of helperTeam, and helper the one who has taken it; backSince: it came back from there and was not answered yet.
 */
public record Conversation(
        ConversationId conversationId,
        Optional<CampaignId> campaign,
        SupporterId supporter,
        PhoneNumber phone,
        Optional<SenderId> sender,
        ConversationState state,
        Optional<ClosedReason> closedReason,
        Optional<Instant> closedAt,
        Optional<MemberId> texter,
        Optional<Instant> leasedUntil,
        Optional<String> questionKey,
        int unread,
        Optional<Suggestion> suggestion,
        Optional<Instant> waitingSince,
        Optional<Instant> lastIn,
        Optional<Instant> lastOut,
        Instant createdAt,
        Optional<Instant> helpSince,
        Optional<MemberId> helper,
        Optional<TeamId> helperTeam,
        Optional<Instant> backSince) {

    public boolean heldBy(MemberId member) {
        return texter.filter(member::equals).isPresent();
    }

    public boolean helpedBy(MemberId member) {
        return helper.filter(member::equals).isPresent();
    }

    public boolean closed() {
        return state == ConversationState.CLOSED;
    }

    /** Whether its number is no longer this supporter's. */
    boolean lostBy(@Nullable Supporter person) {
        return person != null && !closed() && !person.phones().contains(phone);
    }
}
