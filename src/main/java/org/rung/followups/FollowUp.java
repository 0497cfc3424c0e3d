package org.rung.followups;

import java.time.Instant;
import java.time.LocalDate;
import org.rung.texting.ConversationId;

/**
 * When someone is to be asked again, and why; back: that day has come, and nobody has answered since.
 *
 * @param day by the supporter's calendar
 * @param returnsAt when their texting hours begin on it
 */
public record FollowUp(ConversationId conversationId, LocalDate day, Instant returnsAt, String note, boolean back) {}
