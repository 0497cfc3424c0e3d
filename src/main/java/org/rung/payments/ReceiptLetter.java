package org.rung.payments;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rung.accounts.Organization;
import org.rung.common.Sentence;
import org.rung.giving.GiftRow;
import org.rung.giving.MoneyText;

/** A receipt as an e-mail: the same facts as the printed one, and where to change what is given every month. */
record ReceiptLetter(String subject, String words) {
    static ReceiptLetter of(GiftRow gift, Organization organization, Optional<String> standing, Locale language) {
        String amount = MoneyText.say(gift.keptMinor(), gift.currency(), language);
        List<String> lines = new ArrayList<>();
        lines.add(
                gift.giver().firstName().isEmpty()
                        ? Sentence.of("payments.receipt.hello").in(language)
                        : Sentence.of(
                                        "payments.receipt.hello.name",
                                        gift.giver().firstName())
                                .in(language));
        lines.add(Sentence.of("payments.receipt.thanks", amount, organization.name())
                .in(language));
        lines.add(Sentence.of(
                        "payments.receipt.facts",
                        gift.giftId().text(),
                        day(gift, organization.zone(), language),
                        amount,
                        organization.name())
                .in(language));
        standing.ifPresent(
                link -> lines.add(Sentence.of("payments.receipt.monthly", link).in(language)));
        return new ReceiptLetter(
                Sentence.of("payments.receipt.subject", amount, organization.name())
                        .in(language),
                String.join("\n\n", lines));
    }

    private static String day(GiftRow gift, ZoneId zone, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .withZone(zone)
                .format(gift.givenAt());
    }
}
