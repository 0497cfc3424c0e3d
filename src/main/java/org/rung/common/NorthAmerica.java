package org.rung.common;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;

/**
 * Numbers of the countries behind +1 as nearly every list writes them, ten digits with or without a one before them and
 * signs between, read without all that libphonenumber knows of other countries. Whether a number is valid
 * is still its word; asked once for all numbers that begin with the same seven digits, since no rule of +1 looks
 * further (held by a test).
 */
final class NorthAmerica {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Set<String> COUNTRIES = NUMBERS.getSupportedRegions().stream()
            .filter(country -> NUMBERS.getCountryCodeForRegion(country) == 1)
            .collect(Collectors.toUnmodifiableSet());
    private static final int DIGITS = 10;

    private static final int VALID = 1;
    private static final int INVALID = 2;
    /** Two bits for each beginning of seven digits: 2.5 MB, instead of a map that grows with the lists. */
    private static final AtomicIntegerArray KNOWN = new AtomicIntegerArray(10_000_000 / 16);

    private NorthAmerica() {}

    /** Empty for everything that is not plainly a valid number of +1: the full reading then says what it is. */
    static Optional<PhoneNumber> plainly(String written, String country) {
        boolean abroad = !written.isEmpty() && written.charAt(0) == '+';
        if (!abroad && !COUNTRIES.contains(country)) return Optional.empty();
        long digits = 0;
        int count = 0;
        for (int i = abroad ? 1 : 0; i < written.length(); i++) {
            char sign = written.charAt(i);
            if (sign >= '0' && sign <= '9') {
                if (++count > DIGITS + 1) return Optional.empty();
                digits = digits * 10 + (sign - '0');
            } else if (sign != ' ' && sign != '-' && sign != '.' && sign != '(' && sign != ')') return Optional.empty();
        }
        if (count == DIGITS + 1 && digits / 10_000_000_000L == 1) digits -= 10_000_000_000L;
        else if (count != DIGITS || abroad) return Optional.empty();
        if (digits < 2_000_000_000L || !isValid(digits)) return Optional.empty();
        return Optional.of(new PhoneNumber("+1" + digits));
    }

    private static boolean isValid(long digits) {
        int beginning = (int) (digits / 1_000);
        int shift = beginning % 16 * 2;
        int known = KNOWN.get(beginning / 16) >> shift & 3;
        if (known == 0) {
            known = NUMBERS.isValidNumber(
                            new Phonenumber.PhoneNumber().setCountryCode(1).setNationalNumber(digits))
                    ? VALID
                    : INVALID;
            int learnt = known << shift;
            KNOWN.updateAndGet(beginning / 16, slots -> slots | learnt);
        }
        return known == VALID;
    }
}
