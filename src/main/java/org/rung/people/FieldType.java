package org.rung.people;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a custom field holds. Values are kept as text, each in the one way to write it that {@link #written} gives. */
public enum FieldType {
    TEXT,
    NUMBER,
    DATE,
    YES_NO,
    CHOICE;

    public static final String YES = "yes";
    public static final String NO = "no";
    static final Set<String> YES_WORDS = Set.of(YES, "y", "true", "1", "sí", "si");
    static final Set<String> NO_WORDS = Set.of(NO, "n", "false", "0");
    private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern NUMERAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,6})?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** The value as it is kept; empty when it is none of this type. */
    public Optional<String> written(String value, List<String> choices) {
        var plain = value.strip();
        return switch (this) {
            case TEXT -> Optional.of(plain);
            case NUMBER -> number(plain);
            case DATE -> day(plain);
            case YES_NO -> yesNo(plain.toLowerCase(Locale.ROOT));
            case CHOICE ->
                choices.stream()
                        .filter(choice -> choice.equalsIgnoreCase(plain))
                        .findFirst();
        };
    }

    private static Optional<String> number(String value) {
        var plain = THOUSANDS.matcher(value).matches() ? value.replace(",", "") : value;
        if (!NUMERAL.matcher(plain).matches()) return Optional.empty();
        var number = new BigDecimal(plain);
        return Optional.of(
                number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }

    private static Optional<String> day(String value) {
        if (!DAY.matcher(value).matches()) return Optional.empty();
        try {
            return Optional.of(LocalDate.parse(value).toString());
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> yesNo(String value) {
        if (YES_WORDS.contains(value)) return Optional.of(YES);
        return NO_WORDS.contains(value) ? Optional.of(NO) : Optional.empty();
    }
}
