package org.rung.merging;

import java.util.EnumSet;
import java.util.Set;

/** Why two entries may be one person; the strongest first. Stored as bits. */
public enum Likeness {
    /** The same number, and first names that may be the same: another first name is someone else of the household. */
    NUMBER(1, 4),
    EMAIL(2, 3),
    /** The same name, and the same postal code or, where one has none, the same city. */
    NAME_AND_PLACE(4, 2),
    /** The same e-mail, and another first name: families share one, too. */
    EMAIL_OF_ANOTHER_NAME(8, 1);

    private final int bit;
    private final int strength;

    Likeness(int bit, int strength) {
        this.bit = bit;
        this.strength = strength;
    }

    int bit() {
        return bit;
    }

    int strength() {
        return strength;
    }

    static Set<Likeness> read(int bits) {
        var all = EnumSet.noneOf(Likeness.class);
        for (var each : values()) if ((bits & each.bit) != 0) all.add(each);
        return all;
    }
}
