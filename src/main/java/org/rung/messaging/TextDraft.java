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
 * again gives the same message. undo: how long it is held so that it can be taken back. luggage: what most go without.
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
        Luggage luggage) {

    /**
     * pictures: which leave with it. occasion: what it is part of, as a campaign is; as opaque as its topic. review: it
     * waits until a person has looked at it.
     */
    public record Luggage(List<AttachmentId> pictures, Optional<Long> occasion, boolean review) {
        static final Luggage NONE = new Luggage(List.of(), Optional.empty(), false);

        public Luggage {
            pictures = List.copyOf(pictures);
        }
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
        this(phone, sender, purpose, body, topicId, author, onceKey, requestKey, window, undo, Luggage.NONE);
    }

    public List<AttachmentId> pictures() {
        return luggage.pictures();
    }

    public Optional<Long> occasion() {
        return luggage.occasion();
    }

    public boolean review() {
        return luggage.review();
    }

    public TextDraft with(List<AttachmentId> some) {
        return with(new Luggage(some, occasion(), review()));
    }

    public TextDraft partOf(Optional<Long> something) {
        return with(new Luggage(pictures(), something, review()));
    }

    /** It leaves once a person has looked at it, whatever the hour is. */
    public TextDraft reviewed(boolean first) {
        return with(new Luggage(pictures(), occasion(), first));
    }

    private TextDraft with(Luggage other) {
        return new TextDraft(phone, sender, purpose, body, topicId, author, onceKey, requestKey, window, undo, other);
    }
}
