package org.rung.promises;

import java.time.LocalDate;
import java.util.Optional;
import org.rung.actions.Money;
import org.rung.commitments.AskFamily;
import org.rung.common.MessageId;

/**
 * What they said they would do.
 *
 * @param what in words of one's own, at most 160 characters; may be empty
 * @param day by the supporter's calendar, from today on, at most {@value #FARTHEST} days away
 * @param note for whoever deals with it, at most 300 characters; may be empty
 * @param target what it is about, in the words of the room that knows it, such as an event
 * @param amount of a pledge, for the family GIVE
 * @param message their text that says so; without it the latest one
 */
public record PromiseDraft(
        AskFamily family,
        String what,
        Optional<LocalDate> day,
        String note,
        Optional<String> target,
        Optional<MessageId> message,
        Optional<Money> amount) {
    public static final int FARTHEST = 366;

    public PromiseDraft(AskFamily family, String what, Optional<LocalDate> day, String note) {
        this(family, what, day, note, Optional.empty(), Optional.empty());
    }

    public PromiseDraft(
            AskFamily family,
            String what,
            Optional<LocalDate> day,
            String note,
            Optional<String> target,
            Optional<MessageId> message) {
        this(family, what, day, note, target, message, Optional.empty());
    }

    public PromiseDraft pledging(Optional<Money> pledged) {
        return new PromiseDraft(family, what, day, note, target, message, pledged);
    }
}
