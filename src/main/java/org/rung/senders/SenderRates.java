package org.rung.senders;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** What kinds and carriers' classes allow, from sender-rates.properties. */
@Component
public class SenderRates {
    private final Map<SenderKind, Integer> kinds = new EnumMap<>(SenderKind.class);
    private final Map<CarrierClass, Integer> classes = new EnumMap<>(CarrierClass.class);
    private final int people;

    SenderRates() {
        Properties table = new Properties();
        try (InputStream file = SenderRates.class.getResourceAsStream("/sender-rates.properties")) {
            table.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        for (SenderKind kind : SenderKind.values()) {
            Optional.ofNullable(table.getProperty(kind.name())).ifPresent(rate -> kinds.put(kind, number(rate)));
        }
        for (CarrierClass each : CarrierClass.values()) {
            classes.put(each, number(table.getProperty("class." + each)));
        }
        people = number(table.getProperty("people-a-number"));
    }

    /** Segments a minute over all numbers of a registration of this class. */
    public int aMinute(CarrierClass carrierClass) {
        return Optional.ofNullable(classes.get(carrierClass)).orElseThrow();
    }

    /** Segments a minute that the sender itself allows; empty when only its registration bounds it, or nothing. */
    public OptionalInt own(Pacing pacing) {
        if (pacing.rate().isPresent()) {
            return OptionalInt.of(pacing.rate().get());
        }
        Integer each = kinds.get(pacing.kind());
        return each == null || pacing.registration().isPresent()
                ? OptionalInt.empty()
                : OptionalInt.of(pacing.kind() == SenderKind.SERVICE ? each * pacing.numbers() : each);
    }

    /** Segments a minute that leave at most: the lower of its own rate and its registration's cap; empty: no bound. */
    public OptionalInt most(Pacing pacing) {
        OptionalInt own = own(pacing);
        return pacing.registration()
                .map(registration ->
                        OptionalInt.of(Math.min(own.orElse(Integer.MAX_VALUE), aMinute(registration.carrierClass()))))
                .orElse(own);
    }

    /** How many people it is meant for; empty: any number. */
    public OptionalLong places(Pacing pacing) {
        return pacing.kind().fills() ? OptionalLong.of((long) people * pacing.numbers()) : OptionalLong.empty();
    }

    private static int number(String written) {
        return Integer.parseInt(written.strip());
    }
}
