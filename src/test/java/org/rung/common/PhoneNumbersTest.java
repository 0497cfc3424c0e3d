package org.rung.common;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The fast way to read a number says what libphonenumber says. */
class PhoneNumbersTest {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final List<String> COUNTRIES = NUMBERS.getSupportedRegions().stream()
            .filter(country -> NUMBERS.getCountryCodeForRegion(country) == 1)
            .sorted()
            .toList();

    private final Random random = new Random(20261013);

    @Test
    void random_numbers_are_read_as_libphonenumber_reads_them() {
        for (int i = 0; i < 200_000; i++) same(digits(10), "US");
    }

    @Test
    void numbers_in_every_way_of_writing_and_every_country_of_plus_one_are_read_alike() {
        var countries = new ArrayList<>(COUNTRIES);
        countries.addAll(List.of("MX", "GB", "DE", "RU", "IT"));
        for (int i = 0; i < 50_000; i++) {
            var country = countries.get(random.nextInt(countries.size()));
            same(written(), country);
        }
    }

    @Test
    void no_rule_of_plus_one_looks_beyond_seven_digits() {
        var areas = areas();
        assertThat(areas).hasSizeGreaterThan(300);
        for (int i = 0; i < 150_000; i++) {
            var beginning = areas.get(random.nextInt(areas.size())) + digits(4);
            boolean valid = valid(beginning + "000");
            if (valid(beginning + digits(3)) != valid || valid(beginning + "999") != valid)
                assertThat(beginning).as("beginning with numbers of both kinds").isEmpty();
        }
    }

    @Test
    void signs_that_are_not_plain_are_left_to_the_full_reading() {
        for (var written : List.of(
                "",
                "+",
                "1",
                "+1",
                "+1 (510) 555-0132",
                "5105550132x9",
                "510/555/0132",
                "510 555 0132 / 510 555 0133",
                "(510) 555-0132 ext. 4",
                "1-800-FLOWERS",
                "+1+5105550132",
                "0015105550132",
                "011 52 55 1234 5678",
                "+5105550132",
                "+15105550132 ",
                " 5105550132",
                "((510))--5550132",
                "((510))",
                "5105550132(",
                "１５１０５５５０１３２",
                "-5105550132",
                ".5105550132.",
                ")5105550132(",
                "+ 1 510 555 0132",
                "+-1-510-555-0132",
                "+(1)5105550132",
                "10000000000",
                "15105550132",
                "25105550132")) {
            for (var country : COUNTRIES) same(written, country);
            same(written, "MX");
        }
    }

    private List<String> areas() {
        var areas = new ArrayList<String>();
        for (int area = 200; area < 1_000; area++) {
            boolean used = false;
            for (int i = 0; i < 100 && !used; i++) used = valid(area + digits(7));
            if (used) areas.add(Integer.toString(area));
        }
        return areas;
    }

    private String written() {
        var all = digits(10);
        var national = random.nextBoolean()
                ? all
                : switch (random.nextInt(4)) {
                    case 0 -> "(" + all.substring(0, 3) + ") " + all.substring(3, 6) + "-" + all.substring(6);
                    case 1 -> all.substring(0, 3) + "." + all.substring(3, 6) + "." + all.substring(6);
                    case 2 -> scattered(all);
                    default -> all.substring(random.nextInt(5));
                };
        return switch (random.nextInt(5)) {
            case 0 -> "+1" + national;
            case 1 -> "1" + national;
            case 2 -> "+1 " + national;
            case 3 -> "1-" + national;
            default -> national;
        };
    }

    private String scattered(String digits) {
        var text = new StringBuilder();
        for (char digit : digits.toCharArray()) {
            text.append(digit);
            if (random.nextInt(3) == 0) text.append(" -.()".charAt(random.nextInt(5)));
        }
        return text.toString();
    }

    private String digits(int count) {
        var text = new StringBuilder();
        while (text.length() < count) text.append((char) ('0' + random.nextInt(10)));
        return text.toString();
    }

    private static boolean valid(String national) {
        return NUMBERS.isValidNumber(
                new Phonenumber.PhoneNumber().setCountryCode(1).setNationalNumber(Long.parseLong(national)));
    }

    private static void same(String written, String country) {
        var theirs = theirs(written, country);
        // Only what differs is worth an assertion: a million of them take longer than the reading.
        if (!ours(written, country).equals(theirs))
            assertThat(ours(written, country)).as(written + " in " + country).isEqualTo(theirs);
    }

    private static String ours(String written, String country) {
        try {
            return PhoneNumbers.read(written, country).text();
        } catch (Problem.Invalid no) {
            return "";
        }
    }

    private static String theirs(String written, String country) {
        try {
            var number = NUMBERS.parse(written, country);
            return NUMBERS.isValidNumber(number) ? NUMBERS.format(number, PhoneNumberFormat.E164) : "";
        } catch (NumberParseException no) {
            return "";
        }
    }
}
