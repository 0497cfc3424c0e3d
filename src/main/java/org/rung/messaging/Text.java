package org.rung.messaging;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.MessageId;
import org.rung.common.PhoneNumber;
import org.rung.senders.SenderId;

/** One text in or out, with its delivery state. */
public record Text(
        MessageId messageId,
        ThreadId threadId,
        Optional<SenderId> sender,
        PhoneNumber phone,
        Direction direction,
        Purpose purpose,
        MessageState state,
        String body,
        int segments,
        int mediaCount,
        Optional<Long> topicId,
        Optional<MemberId> author,
        Optional<Hold> hold,
        Optional<Instant> dueAt,
        Optional<String> errorCode,
        Instant happenedAt) {}
