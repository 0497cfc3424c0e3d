package org.rung.texting;

import java.time.Instant;
import java.util.Optional;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.EditPolicy;
import org.rung.common.MemberId;
import org.rung.common.MessageId;
import org.rung.common.PhoneNumber;
import org.rung.messaging.Purpose;
import org.rung.messaging.TextDraft;
import org.rung.people.SupporterId;
import org.rung.scripts.ScriptVersionId;
import org.rung.senders.SenderId;

/**
 * A conversation as whoever sends finds it. running: its campaign does; helper: whom its texter asked for help; assignment: the
 * last one, if it was theirs, so that they hold what nobody has taken since; drafted: they
 * keep a draft of it; moved: the number is somebody else's by now; sentBefore: what their request has made already;
 * script: the campaign's, as it began; edits: what may be done to its first text; names: what that is filled in with.
 */
record Sendable(
        ConversationId conversationId,
        ConversationState state,
        boolean running,
        Optional<CampaignId> campaign,
        SupporterId supporter,
        PhoneNumber phone,
        Optional<SenderId> texted,
        Optional<MemberId> texter,
        Optional<MemberId> helper,
        Optional<AssignmentId> assignment,
        boolean drafted,
        boolean moved,
        Optional<MessageId> sentBefore,
        Optional<ScriptVersionId> script,
        EditPolicy edits,
        Names names,
        SendFacts facts,
        SendFacts.House house) {

    record Names(String firstName, String lastName, String city, String organization, String texter) {}

    boolean heldBy(MemberId member) {
        return texter.filter(member::equals).isPresent() || (texter.isEmpty() && assignment.isPresent());
    }

    boolean helpedBy(MemberId member) {
        return helper.filter(member::equals).isPresent();
    }

    /** A reply leaves from the number that was texted, else from the campaign's. */
    Optional<SenderId> sender() {
        return texted.or(facts::sender);
    }

    TextDraft draft(Purpose purpose, String body, Optional<MemberId> author, String requestKey, Instant now) {
        Optional<String> once = purpose == Purpose.FIRST_TEXT
                ? campaign.map(id -> "first:" + id.value() + ":" + phone.text())
                : Optional.empty();
        var draft = new TextDraft(
                phone,
                sender(),
                purpose,
                body,
                Optional.of(conversationId.value()),
                author,
                once,
                Optional.of(requestKey),
                facts.window(phone, house, now),
                house.undo());
        return draft.partOf(campaign.map(CampaignId::value));
    }
}
