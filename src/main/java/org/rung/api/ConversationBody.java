package org.rung.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rung.campaigns.CampaignId;
import org.rung.common.MemberId;
import org.rung.common.MessageId;
import org.rung.media.Attachment;
import org.rung.media.AttachmentState;
import org.rung.media.Trouble;
import org.rung.messaging.Direction;
import org.rung.messaging.Hold;
import org.rung.messaging.MessageState;
import org.rung.messaging.Purpose;
import org.rung.messaging.Text;
import org.rung.texting.ClosedReason;
import org.rung.texting.Conversation;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationRow;
import org.rung.texting.ConversationState;
import org.rung.texting.Skip;
import org.rung.texting.SkipReason;

/** A conversation as other programs see one. */
@Schema(name = "Conversation")
record ConversationBody(
        @Schema(example = "0QKDP6Y8R9T3V") String id,

        @Schema(description = "Absent for one that began with an inbound text.", example = "0QKDP6Y8R9T3V") @Nullable
        String campaign,

        @Schema(example = "0QKDP6Y8R9T3V") String supporter,

        @Schema(description = "Absent without SEE_NUMBERS.", example = "+15105550132") @Nullable
        String phone,

        ConversationState state,
        @Nullable ClosedReason closedReason,

        @Schema(description = "The member who holds it.", example = "0QKDP6Y8R9T3V") @Nullable
        String texter,

        @Schema(description = "The key of the script's question that is open.", example = "coming") @Nullable
        String question,

        @Schema(description = "Since when a reply waits for an answer.") @Nullable
        Instant waitingSince,

        Instant createdAt,
        @Schema(description = "Oldest first.") List<Message> messages,

        @Schema(description = "There are earlier texts: hand this back as ?before=.", example = "0QKDP6Y8R9T3V")
        @Nullable
        String earlier) {

    static ConversationBody of(
            Conversation one,
            boolean numbers,
            List<Text> thread,
            Map<MessageId, List<Attachment>> media,
            boolean more) {
        return new ConversationBody(
                one.conversationId().text(),
                one.campaign().map(CampaignId::text).orElse(null),
                one.supporter().text(),
                numbers ? one.phone().text() : null,
                one.state(),
                one.closedReason().orElse(null),
                one.texter().map(MemberId::text).orElse(null),
                one.questionKey().orElse(null),
                one.waitingSince().orElse(null),
                one.createdAt(),
                thread.stream()
                        .map(text -> Message.of(text, media.getOrDefault(text.messageId(), List.of())))
                        .toList(),
                more ? thread.getFirst().messageId().text() : null);
    }

    @Schema(name = "ConversationRow")
    record Row(
            @Schema(example = "0QKDP6Y8R9T3V") String id,
            @Schema(example = "0QKDP6Y8R9T3V") @Nullable String campaign,
            @Schema(example = "0QKDP6Y8R9T3V") String supporter,

            @Schema(description = "First name and initial.", example = "Nia A.")
            String name,

            ConversationState state,
            @Nullable ClosedReason closedReason,

            @Schema(description = "Why a texter sent no first text, where they skipped it.") @Nullable
            SkipReason skipReason,

            @Schema(description = "In the texter's words.", example = "Moved away in May") @Nullable
            String skipWords,

            @Schema(example = "0QKDP6Y8R9T3V") @Nullable String texter,

            @Schema(description = "Texts of the supporter that nobody has opened.", example = "1")
            int unread,

            @Nullable Instant waitingSince,
            Instant latestAt,

            @Schema(description = "The words of the latest text.", example = "Yes! What time?")
            String latest) {

        static Row of(ConversationRow row) {
            return new Row(
                    row.conversationId().text(),
                    row.campaign().map(CampaignId::text).orElse(null),
                    row.supporterId().text(),
                    row.supporter(),
                    row.state(),
                    row.closedReason().orElse(null),
                    row.skip().map(Skip::reason).orElse(null),
                    row.skip()
                            .map(Skip::words)
                            .filter(words -> !words.isEmpty())
                            .orElse(null),
                    row.texter().map(MemberId::text).orElse(null),
                    row.unread(),
                    row.waitingSince().orElse(null),
                    row.latestAt(),
                    row.snippet());
        }
    }

    @Schema(name = "Message")
    record Message(
            @Schema(example = "0QKDP6Y8R9T3V") String id,

            @Schema(description = "The conversation it belongs to.", example = "0QKDP6Y8R9T3V") @Nullable
            String conversation,

            Direction direction,
            Purpose purpose,
            MessageState state,

            @Schema(example = "Great, see you Thursday at 7!")
            String text,

            @Schema(description = "Pictures and files that came or left with it; `GET /media/{id}` has the bytes.")
            List<Media> media,

            @Schema(description = "How many parts the carriers count.", example = "1")
            int segments,

            @Schema(description = "The member who sent it.", example = "0QKDP6Y8R9T3V") @Nullable
            String author,

            @Schema(description = "Why it waits, where it does.") @Nullable
            Hold hold,

            @Schema(description = "When it leaves at the earliest, where it waits.") @Nullable
            Instant dueAt,

            @Schema(description = "The provider's error, where there was one.", example = "30005") @Nullable
            String errorCode,

            Instant happenedAt) {

        static Message of(Text text, List<Attachment> media) {
            return new Message(
                    text.messageId().text(),
                    text.topicId()
                            .map(topic -> new ConversationId(topic).text())
                            .orElse(null),
                    text.direction(),
                    text.purpose(),
                    text.state(),
                    text.body(),
                    media.stream().map(Media::of).toList(),
                    text.segments(),
                    text.author().map(MemberId::text).orElse(null),
                    text.hold().orElse(null),
                    text.dueAt().orElse(null),
                    text.errorCode().orElse(null),
                    text.happenedAt());
        }
    }

    @Schema(name = "Media", description = "A picture or a file with a text. What it is was told from its bytes.")
    record Media(
            @Schema(example = "0QKDP6Y8R9T3V") String id,

            @Schema(description = "WAITING: still with the provider, and fetched from there.")
            AttachmentState state,

            @Schema(description = "Why there is none, where the state is LOST.") @Nullable
            Trouble trouble,

            @Schema(description = "Absent until it is here.", example = "image/jpeg") @Nullable
            String type,

            @Schema(description = "In bytes.", example = "182044") @Nullable
            Integer size,

            @Schema(description = "As its file is called; may be empty.", example = "flyer.jpg")
            String name) {

        static Media of(Attachment one) {
            return new Media(
                    one.attachmentId().text(),
                    one.state(),
                    one.trouble().orElse(null),
                    one.file().map(file -> file.type().mime()).orElse(null),
                    one.file().map(Attachment.Kept::size).orElse(null),
                    one.name());
        }
    }
}
