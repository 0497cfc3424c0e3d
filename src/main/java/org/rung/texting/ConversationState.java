package org.rung.texting;

/** Where a conversation stands; see domain.md for the moves. */
public enum ConversationState {
    NEEDS_FIRST_TEXT,
    AWAITING_REPLY,
    NEEDS_RESPONSE,
    CLOSED
}
