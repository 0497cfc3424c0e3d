package org.rung.review;

import java.time.Instant;
import org.rung.common.MemberId;
import org.rung.texting.ConversationId;

/** A score as the texter reads it. from: the name of who looked; supporter: with the surname's initial. */
public record KindNote(
        ConversationId conversationId,
        MemberId from,
        String name,
        String supporter,
        int stars,
        String note,
        Instant at) {}
