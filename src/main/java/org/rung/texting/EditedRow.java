package org.rung.texting;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.MessageId;

/** A first text as it was sent, and what the script would have said; the supporter with their surname's initial. */
public record EditedRow(
        MessageId messageId,
        ConversationId conversationId,
        String supporter,
        Optional<MemberId> texter,
        String scripted,
        String sent,
        Instant sentAt) {}
