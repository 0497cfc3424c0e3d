package org.rung.rsvps;

import java.time.Instant;
import java.util.Optional;
import org.rung.events.EventId;
import org.rung.events.Locality;
import org.rung.places.Point;
import org.rung.places.PostalCodes;

/**
 * One that is held under an umbrella, with no more of where it is than everyone may know.
 *
 * @param country the organization's, in which its postal code is looked up
 * @param toCome it is published and has not ended
 * @param room somebody can sign up and has a place
 * @param signedUp how many said that they come and have not taken it back
 */
public record Gathering(
        EventId eventId,
        String country,
        Locality locality,
        Optional<Instant> startsAt,
        Instant endsAt,
        boolean toCome,
        boolean room,
        int signedUp) {

    /** The middle of its postal code, to about a kilometre; never the address. Empty where nobody knows the code. */
    public Optional<Point> about() {
        return PostalCodes.find(country, locality.postalCode()).map(Point::coarse);
    }
}
