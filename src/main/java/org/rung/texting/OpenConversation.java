package org.rung.texting;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.asks.AskNow;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CannedReply;
import org.rung.common.MemberId;
import org.rung.common.MessageId;
import org.rung.ladder.Standing;
import org.rung.media.Attachment;
import org.rung.messaging.Text;
import org.rung.people.Supporter;
import org.rung.scripts.Question;

/**
 * All that the screen of one conversation shows. The number is masked and the surname an initial; replies of answers and
 * canned replies are filled in for this supporter and texter. leavesAt: when an answer would leave, if not at once;
 * edited: first texts whose words are not the script's; mayBeDone: whoever looks at it may close it, also where nothing can be sent. ask: what there is to do about asking them
 * for more; past: what was answered to questions that the script asks no more, each with that answer; askInDraft: what is being written asks for it.
 */
public record OpenConversation(
        Conversation conversation,
        Optional<Campaign> campaign,
        Supporter supporter,
        String name,
        String initials,
        String maskedNumber,
        List<Text> thread,
        Map<MessageId, List<Attachment>> attachments,
        Set<MessageId> edited,
        Map<MemberId, String> authors,
        Standing standing,
        Optional<AskNow> ask,
        boolean askInDraft,
        List<Question> questions,
        Map<String, String> answers,
        List<Question> past,
        List<CannedReply> canned,
        ZoneId zone,
        boolean zoneFlagged,
        Optional<Instant> leavesAt,
        String draft,
        Optional<Attachment> draftPicture,
        Duration undo,
        Optional<ReadOnly> readOnly,
        boolean mayBeDone,
        Speech speech) {

    /**
     * In which language they are written to; unusual: it is not the organization's; other: the one to change to, where the
     * script has texts in both.
     */
    public record Speech(String language, boolean unusual, Optional<String> other) {}

    /** Why nothing can be sent here. */
    public enum ReadOnly {
        OPTED_OUT,
        WRONG_NUMBER,
        BAD_NUMBER,
        NUMBER_MOVED,
        MERGED,
        /** On the do-not-text list for good. */
        SUPPRESSED,
        CLOSED,
        FIRST_TEXT,
        NOT_YOURS,
        WITH_ORGANIZER
    }
}
