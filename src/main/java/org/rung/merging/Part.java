package org.rung.merging;

import java.time.ZoneId;
import java.util.stream.Stream;
import org.rung.common.PhoneNumber;
import org.rung.people.Supporter;

/** What is written of a person once, so that one of two values stays. Places stay whole: a city with another's postal code is nowhere. */
public enum Part {
    FIRST_NAME,
    LAST_NAME,
    EMAIL,
    PLACE,
    LANGUAGE,
    SOURCE,
    /** The number for texting; the others come along behind it. */
    PHONE;

    /** What to compare; empty where nothing is known. */
    public String of(Supporter person) {
        return switch (this) {
            case FIRST_NAME -> person.firstName();
            case LAST_NAME -> person.lastName();
            case EMAIL -> person.email();
            case PLACE -> place(person);
            case LANGUAGE -> person.language();
            case SOURCE -> person.source();
            case PHONE -> person.textingPhone().map(PhoneNumber::text).orElse("");
        };
    }

    /** A country alone is where everybody is. */
    private static String place(Supporter person) {
        var zone = person.zone().map(ZoneId::getId).orElse("");
        var line = person.address().line();
        var written = line + person.city() + person.region() + person.postalCode() + zone;
        return written.isEmpty()
                ? ""
                : String.join(" · ", line, person.postalCode(), person.city(), person.region(), person.country(), zone);
    }

    /** How much of it is known. */
    int fullness(Supporter person) {
        if (this != PLACE) return of(person).length();
        return (int) Stream.of(
                        person.address().line(),
                        person.city(),
                        person.region(),
                        person.postalCode(),
                        person.zone().map(ZoneId::getId).orElse(""))
                .filter(each -> !each.isEmpty())
                .count();
    }
}
