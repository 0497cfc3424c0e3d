package org.rung.practice;

import java.time.Instant;
import org.rung.messaging.Direction;
import org.rung.messaging.MessageState;
import org.rung.messaging.Purpose;

/** @param number from 0, in the order of the thread */
public record PracticeLine(int number, Purpose purpose, MessageState state, String words, Instant at) {
    public Direction direction() {
        return purpose == Purpose.INBOUND ? Direction.IN : Direction.OUT;
    }

    PracticeLine in(MessageState now) {
        return new PracticeLine(number, purpose, now, words, at);
    }

    /** By the texter, and not taken back. */
    boolean sent() {
        return purpose == Purpose.REPLY && state != MessageState.CANCELLED;
    }
}
