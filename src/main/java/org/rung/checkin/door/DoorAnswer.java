package org.rung.checkin.door;

import java.util.List;
import java.util.Locale;
import org.rung.checkin.CheckInResult;
import org.rung.events.Event;
import org.rung.events.EventWhen;
import org.rung.rsvps.RsvpRow;
import org.rung.rsvps.RsvpState;

/** What the page at the door gets: who is on the list, and what became of what it sent. */
record DoorAnswer(List<Guest> guests, List<Result> results) {

    /** @param code the first signs of their own code, for whoever reads it out */
    record Guest(String id, String name, String shift, String state, String code) {
        static Guest of(RsvpRow row, Event event, Locale language, String nameless) {
            String shift = event.shifts().size() < 2
                    ? ""
                    : event.shift(row.rsvp().shiftId())
                            .map(one ->
                                    one.name().isEmpty() ? EventWhen.start(one, event.zone(), language) : one.name())
                            .orElse("");
            return new Guest(
                    row.rsvp().rsvpId().text(),
                    row.name().isEmpty() ? nameless : row.name(),
                    shift,
                    row.rsvp().state().name(),
                    row.rsvp().token().substring(0, 5));
        }

        /** Whoever said that they cannot come stands last, and is there to be tapped when they came after all. */
        static int rank(RsvpRow row) {
            return row.rsvp().state() == RsvpState.CANNOT ? 1 : 0;
        }
    }

    record Result(String key, String outcome, String told) {
        static Result of(CheckInResult result, Locale language) {
            return new Result(
                    result.key(),
                    result.outcome().name(),
                    result.told().map(sentence -> sentence.in(language)).orElse(""));
        }
    }
}
