package org.rung.hours;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.rung.common.PhoneNumber;

/** Where a person may live: by the postal code, else by the number's area; several where that is all one can tell. */
public final class Places {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final PhoneNumberOfflineGeocoder AREAS = PhoneNumberOfflineGeocoder.getInstance();
    private static final Place ANYWHERE_IN_US = new Place("US-*");
    private static final Map<String, Place> NAMES = new HashMap<>();
    private static final Map<String, String> STATES = new HashMap<>();
    private static final Map<String, TreeSet<String>> PREFIXES = new TreeMap<>();

    static {
        Resource.lines("us-states.txt").map(line -> line.split("\\|")).forEach(words -> {
            NAMES.put(words[1], new Place("US-" + words[0]));
            STATES.put("US-" + words[0], words[1]);
            NAMES.put(words[0], new Place("US-" + words[0]));
            Arrays.stream(words[2].split(" "))
                    .flatMap(Places::spread)
                    .forEach(prefix -> PREFIXES.computeIfAbsent(prefix, any -> new TreeSet<>())
                            .add("US-" + words[0]));
        });
        NAMES.put("Washington", new Place("US-WA"));
    }

    private Places() {}

    /** @param country of the address; a number from elsewhere without a postal code says more than it */
    public static List<Place> of(String country, String postalCode, PhoneNumber phone) {
        String code = postalCode.strip();
        if (country.equals("US") && code.length() >= 3) {
            TreeSet<String> states = PREFIXES.get(code.substring(0, 3));
            if (states != null) return states.stream().map(Place::new).toList();
        }
        if (!code.isEmpty() && !country.equals("US") && country.matches("[A-Z]{2}")) {
            return List.of(new Place(country));
        }
        return area(phone).map(List::of).orElse(List.of());
    }

    /** The state of a postal code by its name, such as California; empty abroad. One that two share is the first's. */
    public static Optional<String> state(String country, String postalCode) {
        String code = postalCode.strip();
        if (!country.equals("US") || code.length() < 3) return Optional.empty();
        return Optional.ofNullable(PREFIXES.get(code.substring(0, 3)))
                .map(TreeSet::first)
                .map(STATES::get);
    }

    private static Optional<Place> area(PhoneNumber phone) {
        try {
            var number = NUMBERS.parse(phone.text(), "ZZ");
            String country = NUMBERS.getRegionCodeForNumber(number);
            if (country == null) {
                return number.getCountryCode() == 1 ? Optional.of(ANYWHERE_IN_US) : Optional.empty();
            }
            if (!country.matches("[A-Z]{2}")) return Optional.empty();
            if (!country.equals("US")) return Optional.of(new Place(country));
            String words = AREAS.getDescriptionForValidNumber(number, Locale.US);
            String state = words.substring(words.lastIndexOf(',') + 1).strip();
            return Optional.of(NAMES.getOrDefault(state, ANYWHERE_IN_US));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static Stream<String> spread(String range) {
        int from = Integer.parseInt(range.substring(0, 3));
        int until = Integer.parseInt(range.substring(range.length() - 3));
        return Stream.iterate(from, prefix -> prefix <= until, prefix -> prefix + 1)
                .map(prefix -> String.format(Locale.ROOT, "%03d", prefix));
    }
}
