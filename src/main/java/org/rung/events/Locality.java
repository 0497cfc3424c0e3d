package org.rung.events;

import java.util.Locale;
import org.rung.common.Problem;

/**
 * In which part of the world an event is, as roughly as everyone may know.
 *
 * @param town at most 80 characters, may be empty
 * @param postalCode at most 12 characters, in capitals, may be empty; its middle is where maps show the event
 */
public record Locality(String town, String postalCode) {
    public static final Locality NONE = new Locality("", "");
    public static final int LONGEST_TOWN = 80;
    public static final int LONGEST_CODE = 12;

    public Locality {
        town = town.strip();
        postalCode = postalCode.strip().toUpperCase(Locale.ROOT);
        if (town.length() > LONGEST_TOWN) throw new Problem.Invalid("town", "problem.too-long", LONGEST_TOWN);
        if (postalCode.length() > LONGEST_CODE) {
            throw new Problem.Invalid("postalCode", "problem.too-long", LONGEST_CODE);
        }
    }
}
