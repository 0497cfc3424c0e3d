package org.rung.texting;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;

/** Someone who got no first text; the supporter with their surname's initial, and who left them out. */
public record SkippedRow(
        ConversationId conversationId, String supporter, Skip skip, Optional<MemberId> texter, Instant skippedAt) {}
