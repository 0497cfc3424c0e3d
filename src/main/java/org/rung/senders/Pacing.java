package org.rung.senders;

import java.util.Optional;
import org.rung.common.Problem;

/**
 * How fast texts may leave from a sender, and for whom it is. rate: segments a minute where an admin knows better than
 * the kind; numbers: how many a messaging service holds.
 */
public record Pacing(
        SenderKind kind,
        Optional<Integer> rate,
        int numbers,
        String country,
        String area,
        Optional<Registration> registration) {
    private static final int FASTEST = 60_000;

    /** Twilio's own limit. */
    public static final int MOST_NUMBERS = 400;

    public Pacing {
        country = country.strip();
        area = area.strip();
        if (rate.isPresent() && (rate.get() < 1 || rate.get() > FASTEST)) {
            throw new Problem.Invalid("rate", "problem.from-to", 1, FASTEST);
        }
        if (numbers < 1 || numbers > MOST_NUMBERS) {
            throw new Problem.Invalid("numbers", "problem.from-to", 1, MOST_NUMBERS);
        }
        if (!country.matches("([A-Z]{2})?")) {
            throw new Problem.Invalid("country", "problem.country");
        }
        if (!area.matches("[0-9]{0,8}")) {
            throw new Problem.Invalid("area", "problem.area-code");
        }
    }

    static Pacing of(Gateway gateway, String address) {
        Area area = Area.of(address);
        return new Pacing(
                SenderKind.of(gateway, address), Optional.empty(), 1, area.country(), area.code(), Optional.empty());
    }
}
