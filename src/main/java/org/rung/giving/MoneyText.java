package org.rung.giving;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rung.actions.Money;
import org.rung.common.Problem;

/** Amounts as people write and read them; between, they are whole numbers of the smallest unit. */
public final class MoneyText {
    private static final Set<String> KNOWN = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern AROUND = Pattern.compile("^[\\p{Sc}A-Z\\s]+|[\\p{Sc}A-Z\\s]+$");
    private static final Pattern NUMBER =
            Pattern.compile("\\d{1,15}|\\d{1,3}([., '’\\u00a0\\u202f])\\d{3}(\\1\\d{3})*");
    private static final int LONGEST = 30;

    private MoneyText() {}

    /** @throws Problem.Invalid for a code that ISO 4217 does not know */
    public static Currency currency(String code) {
        if (!KNOWN.contains(code)) throw new Problem.Invalid("currency", "problem.currency");
        return Currency.getInstance(code);
    }

    /** What is paid with in that country; dollars where that is not known. */
    public static String usual(String country) {
        try {
            Currency own = Currency.getInstance(Locale.of("", country));
            return own == null ? "USD" : own.getCurrencyCode();
        } catch (IllegalArgumentException nowhere) {
            return "USD";
        }
    }

    /**
     * {@code 25}, {@code $1,234.50}, {@code 1.234,50 EUR}: the last sign between digits parts the fraction off, unless as
     * many digits follow as in a thousand. A point before three digits means a thousand here and a fraction there: with
     * money nobody guesses.
     *
     * @throws Problem.Invalid for what is no amount, and for more digits than the currency has
     */
    public static Money read(String written, String code) {
        int digits = currency(code).getDefaultFractionDigits();
        if (written.length() > LONGEST) throw new Problem.Invalid("amount", "problem.money-text");
        String text = AROUND.matcher(written.strip()).replaceAll("");
        int mark = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
        String whole = text;
        String fraction = "";
        if (mark >= 0 && text.charAt(mark) == '.' && text.matches("\\d{1,3}[.]\\d{3}") && digits != 3)
            throw new Problem.Invalid("amount", "problem.money-text");
        if (mark >= 0 && parts(text, mark, digits)) {
            whole = text.substring(0, mark);
            fraction = text.substring(mark + 1);
        }
        if (whole.isEmpty()) whole = "0";
        if (!NUMBER.matcher(whole).matches() || !fraction.matches("\\d*"))
            throw new Problem.Invalid("amount", "problem.money-text");
        if (fraction.length() > digits && !fraction.substring(digits).matches("0*"))
            throw new Problem.Invalid("amount", "problem.money-digits", digits);
        String smallest = (fraction + "0".repeat(digits)).substring(0, digits);
        return new Money(Long.parseLong(whole.replaceAll("\\D", "") + smallest), code);
    }

    /** Whether the fraction begins at that sign. */
    private static boolean parts(String text, int mark, int digits) {
        int after = text.length() - mark - 1;
        if (after != 3) return true;
        char sign = text.charAt(mark);
        boolean other = text.indexOf(sign == '.' ? ',' : '.') >= 0;
        boolean alone = text.indexOf(sign) == mark;
        return alone && (other || digits == 3);
    }

    /** With its currency, as someone reads it who speaks that language: {@code $1,234.50}. */
    public static String say(long minor, String code, Locale locale) {
        Currency currency = currency(code);
        NumberFormat format =
                NumberFormat.getCurrencyInstance(locale.getCountry().isEmpty() ? home(locale) : locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return format.format(decimal(minor, code));
    }

    /** The two languages of Rung in the country in which most of its people read them. */
    private static Locale home(Locale locale) {
        return Locale.of(locale.getLanguage(), "US");
    }

    /** As programs and spreadsheets read it: {@code 1234.50}. */
    public static BigDecimal decimal(long minor, String code) {
        return BigDecimal.valueOf(minor, currency(code).getDefaultFractionDigits());
    }
}
