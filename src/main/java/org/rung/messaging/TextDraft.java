package org.rung.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.PhoneNumber;
import org.rung.media.AttachmentId;
import org.rung.senders.SenderId;

/**
 * A text to queue. onceKey: at most one live message per organization ever has it. requestKey: unique per topic; the same
 * again gives the same message. undo: how long it is held so that it can be taken back. pictures: which leave with it.
 * occasion: what it is part of, as a campaign is; as opaque as its topic. review: it waits until a person has looked at it.
 */
public record TextDraft(
        PhoneNumber phone,
        Optional<SenderId> sender,
        Purpose purpose,
        String body,
        Optional<Long> topicId,
        Optional<MemberId> author,
        Optional<String> onceKey,
        Optional<String> requestKey,
        TextingWindow window,
        Duration undo,
        List<AttachmentId> pictures,
        Optional<Long> occasion,
        boolean review) {

    public TextDraft {
        pictures = List.copyOf(pictures);
    }

    /** Words only. */
    public TextDraft(
            PhoneNumber phone,
            Optional<SenderId> sender,
            Purpose purpose,
            String body,
            Optional<Long> topicId,
            Optional<MemberId> author,
            Optional<String> onceKey,
            Optional<String> requestKey,
            TextingWindow window,
            Duration undo) {
        this(
                phone,
                sender,
                purpose,
                body,
                topicId,
                author,
                onceKey,
                requestKey,
                window,
                undo,
                List.of(),
                Optional.empty(),
                false);
    }

    public TextDraft with(List<AttachmentId> some) {
        return new TextDraft(
                phone,
                sender,
                purpose,
                body,
                topicId,
                author,
                onceKey,
                requestKey,
                window,
                undo,
                some,
                occasion,
                review);
    }

    public TextDraft partOf(Optional<Long> something) {
        return new TextDraft(
                phone,
                sender,
                purpose,
                body,
                topicId,
                author,
                onceKey,
                requestKey,
                window,
                undo,
                pictures,
                something,
                review);
    }

    /** It leaves once a person has looked at it, whatever the hour is. */
    public TextDraft reviewed(boolean first) {
        return new TextDraft(
                phone,
                sender,
                purpose,
                body,
                topicId,
                author,
                onceKey,
                requestKey,
                window,
                undo,
                pictures,
                occasion,
                first);
    }
}
