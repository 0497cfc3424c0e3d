package org.rung.common;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/** Reads and writes numbers the way people do. */
public final class PhoneNumbers {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /**
     * The E.164 form of what someone wrote.
     *
     * @param country ISO 3166 code (two letters) for numbers written without a country
     * @throws Problem.Invalid when it is no valid number there
     */
    public static PhoneNumber read(String written, String country) {
        if (written.length() > 60) {
            throw new Problem.Invalid("phone", "problem.phone-long");
        }
        var plain = NorthAmerica.plainly(written, country);
        if (plain.isPresent()) return plain.get();
        try {
            var number = NUMBERS.parse(written, country);
            if (!NUMBERS.isValidNumber(number)) {
                throw new Problem.Invalid("phone", "problem.phone-country", country);
            }
            return new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164));
        } catch (NumberParseException e) {
            throw new Problem.Invalid("phone", "problem.phone-wrong");
        }
    }

    /** As someone in the number's own country writes it: {@code (510) 555-0132}. */
    public static String national(PhoneNumber phone) {
        return format(phone, PhoneNumberFormat.NATIONAL);
    }

    /** The national form with all digits but the area code and the last two hidden: {@code (510) ••• ••32}. */
    public static String masked(PhoneNumber phone) {
        String shown = national(phone);
        StringBuilder masked = new StringBuilder(shown.length());
        int digits = (int) shown.chars().filter(Character::isDigit).count();
        int seen = 0;
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (!Character.isDigit(c)) {
                masked.append(c == '-' ? ' ' : c);
                continue;
            }
            seen++;
            masked.append(seen <= 3 || seen > digits - 2 ? c : '•');
        }
        return masked.toString();
    }

    private static String format(PhoneNumber phone, PhoneNumberFormat format) {
        try {
            return NUMBERS.format(NUMBERS.parse(phone.text(), "ZZ"), format);
        } catch (NumberParseException e) {
            return phone.text();
        }
    }
}
