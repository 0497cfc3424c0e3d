package org.rung.payments.door;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.actions.Money;
import org.rung.common.Problem;
import org.rung.giving.MoneyText;

/**
 * What came with the form, as it was typed; and what was wrong with it.
 *
 * @param amount one of the suggested ones, in the smallest unit; own: another one, as it is written
 */
record GiveForm(String amount, String own, boolean monthly, Optional<String> wrong) {
    static final GiveForm EMPTY = new GiveForm("", "", false, Optional.empty());

    static GiveForm of(@Nullable String amount, @Nullable String own, @Nullable String often) {
        return new GiveForm(cut(amount), cut(own), "monthly".equals(often), Optional.empty());
    }

    GiveForm wrong(String words) {
        return new GiveForm(amount, own, monthly, Optional.of(words));
    }

    /**
     * What is typed counts before what is chosen.
     *
     * @throws Problem.Invalid for what is no amount
     */
    Money money(String currency) {
        if (!own.isEmpty()) return MoneyText.read(own, currency);
        if (!amount.matches("\\d{1,12}")) throw new Problem.Invalid("amount", "problem.needed");
        return new Money(Long.parseLong(amount), currency);
    }

    private static String cut(@Nullable String text) {
        String typed = text == null ? "" : text.strip();
        return typed.length() > 40 ? typed.substring(0, 40) : typed;
    }
}
