package org.rung.people;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rung.common.PhoneNumber;

/** Which country a number belongs to: the best guess of where someone lives until they say. */
final class HomeCountry {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    /** In North America the area code alone tells the country; asking for each number would slow imports down. */
    private static final Map<String, Optional<String>> BY_AREA_CODE = new ConcurrentHashMap<>();

    private HomeCountry() {}

    static Optional<String> of(PhoneNumber phone) {
        var text = phone.text();
        if (!text.startsWith("+1") || text.length() != 12) return ask(text);
        return BY_AREA_CODE.computeIfAbsent(text.substring(0, 5), area -> ask(text));
    }

    private static Optional<String> ask(String text) {
        try {
            var region = NUMBERS.getRegionCodeForNumber(NUMBERS.parse(text, "ZZ"));
            // 001 stands for numbers of no country.
            return region == null || region.length() != 2 ? Optional.empty() : Optional.of(region);
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }
}
