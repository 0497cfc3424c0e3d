package org.rung.messaging;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MessageId;

/** A text that has not reached its person yet: what was written to them later must not overtake it. */
record Ahead(ThreadId threadId, MessageId messageId, MessageState state, Optional<Hold> hold, Optional<Instant> dueAt) {

    boolean withProvider() {
        return state == MessageState.SENDING;
    }

    /**
     * Whether the later text waits for this one. Nobody waits for what stands still: texts of a sender that pauses, or
     * that a person must look at, or that wait for the hours of another campaign.
     */
    boolean holdsBack(Claim later, Instant now) {
        return threadId.equals(later.threadId())
                && messageId.value() < later.messageId().value()
                && !later.answer()
                && dueAt.filter(due -> state == MessageState.QUEUED
                                || hold.equals(Optional.of(Hold.UNDO))
                                || !due.isAfter(now))
                        .isPresent();
    }
}
