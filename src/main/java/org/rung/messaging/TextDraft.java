package org.rung.messaging;

import java.time.Duration;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.PhoneNumber;
import org.rung.senders.SenderId;

/** A text to queue. onceKey: at most one live message per organization ever has it. requestKey: unique per topic; the same again gives the same message. undo: how long it is held so that it can be taken back. */
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
        Duration undo) {}
