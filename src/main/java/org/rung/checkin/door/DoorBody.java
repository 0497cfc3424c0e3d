package org.rung.checkin.door;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.checkin.CheckInDraft;
import org.rung.checkin.CheckInWay;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.rung.rsvps.RsvpId;

/** What the page at the door sends: things that were tapped, the oldest first. */
record DoorBody(@Nullable List<@Nullable Tap> taps) {

    /**
     * One of them.
     *
     * @param what in, out, pass or walk-in
     */
    record Tap(
            @Nullable String key,
            @Nullable String what,
            @Nullable String rsvp,
            @Nullable String pass,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String phone,
            @Nullable Boolean texts,
            @Nullable String at) {

        CheckInDraft read(Instant now, String consent) {
            return new CheckInDraft(text(key), what(consent), at(now));
        }

        private CheckInDraft.What what(String consent) {
            return switch (text(what)) {
                case "in" -> new CheckInDraft.Came(new RsvpId(Id.parse("rsvp", text(rsvp))), CheckInWay.LIST);
                case "out" -> new CheckInDraft.NotThere(new RsvpId(Id.parse("rsvp", text(rsvp))));
                case "pass" -> new CheckInDraft.Pass(text(pass));
                case "walk-in" ->
                    new CheckInDraft.WalkIn(
                            text(firstName),
                            text(lastName),
                            text(phone),
                            Boolean.TRUE.equals(texts) ? Optional.of(consent) : Optional.empty());
                default -> throw new Problem.Invalid("kind", "problem.check-in-kind");
            };
        }

        private Instant at(Instant now) {
            try {
                return at == null ? now : Instant.parse(at);
            } catch (DateTimeParseException wrong) {
                return now;
            }
        }

        private static String text(@Nullable String given) {
            return given == null ? "" : given.length() > 200 ? given.substring(0, 200) : given;
        }
    }
}
