package org.rung.checkin;

import java.util.Optional;
import org.rung.common.Sentence;

/**
 * What became of one thing done at the door.
 *
 * @param told what whoever did it should know; empty where all is as they meant it
 */
public record CheckInResult(String key, Outcome outcome, Optional<Sentence> told) {
    public enum Outcome {
        DONE,
        /** Somebody else had done it, or it was sent before. */
        ALREADY,
        /** It cannot be done, and why; sending it again helps nothing. */
        REFUSED
    }
}
