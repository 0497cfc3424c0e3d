package org.rung.payments;

import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.rung.actions.Money;
import org.rung.common.Problem;
import org.rung.giving.MoneyText;

/** The page on which everybody can give, as a form makes it. */
public record PageDraft(String word, boolean opened, String currency, List<Long> amounts, String about) {
    public static final int LONGEST_ABOUT = 600;
    public static final int MOST_AMOUNTS = 6;

    /** The provider counts these in other units than ISO 4217 does. */
    private static final Set<String> COUNTED_OTHERWISE = Set.of("ISK", "UGX", "MGA");

    public PageDraft {
        word = word.strip().toLowerCase(java.util.Locale.ROOT);
        if (!word.matches("[a-z0-9](?:[a-z0-9-]{1,38}[a-z0-9])"))
            throw new Problem.Invalid("word", "problem.give-word");
        currency = checked(currency);
        if (amounts.isEmpty() || amounts.size() > MOST_AMOUNTS)
            throw new Problem.Invalid("amounts", "problem.give-amounts", MOST_AMOUNTS);
        for (long minor : amounts) if (new Money(minor, currency).minor() > MOST) tooMuch(currency);
        amounts = amounts.stream().distinct().sorted().toList();
        about = about.strip();
        if (about.length() > LONGEST_ABOUT) throw new Problem.Invalid("about", "problem.too-long", LONGEST_ABOUT);
    }

    /** What the provider takes at once, in the smallest unit. */
    public static final long MOST = 99_999_999;

    static String checked(String code) {
        Currency currency = MoneyText.currency(code);
        if (currency.getDefaultFractionDigits() > 2 || COUNTED_OTHERWISE.contains(code))
            throw new Problem.Invalid("currency", "problem.give-currency");
        return code;
    }

    static void tooMuch(String currency) {
        throw new Problem.Invalid(
                "amount", "problem.give-most", MoneyText.decimal(MOST, currency).toPlainString());
    }
}
