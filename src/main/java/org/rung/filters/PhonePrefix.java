package org.rung.filters;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How typed digits may start in E.164: with the country's code before them, or already complete. */
final class PhonePrefix {
    private static final Pattern NUMBER = Pattern.compile("\\+?[\\d\\s().\\-/]+");
    private static final int FEWEST_DIGITS = 3;

    private PhonePrefix() {}

    static List<String> all(String words, String country) {
        if (!NUMBER.matcher(words).matches()) return List.of();
        var digits = words.replaceAll("\\D", "");
        if (digits.length() < FEWEST_DIGITS || digits.length() > 15) return List.of();
        if (words.startsWith("+")) return List.of("+" + digits);
        var prefixes = new ArrayList<String>();
        var code = PhoneNumberUtil.getInstance().getCountryCodeForRegion(country);
        // A leading zero dials within the country, and is no part of the number.
        if (code > 0) prefixes.add("+" + code + digits.replaceFirst("^0+", ""));
        if (!digits.startsWith("0")) prefixes.add("+" + digits);
        return prefixes;
    }
}
