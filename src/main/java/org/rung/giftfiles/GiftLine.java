package org.rung.giftfiles;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rung.actions.Money;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.rung.giving.Back;
import org.rung.giving.EntryKind;
import org.rung.giving.GiftDraft;
import org.rung.giving.GiftWay;
import org.rung.giving.Giver;
import org.rung.giving.MoneyText;

/**
 * Reads rows of one file.
 *
 * @param currency where the file names none
 */
record GiftLine(
        Map<GiftColumn, Integer> columns, String currency, ZoneId zone, String country, Instant now, long batch) {
    /** ActBlue writes its files in the time of its own house. */
    private static final ZoneId ACTBLUE = ZoneId.of("America/New_York");

    private static final Duration OLDEST = Duration.ofDays(20 * 365);

    /** @throws Problem.Invalid for what cannot be taken */
    GiftDraft read(List<String> cells, String onceKey) {
        String code = cell(GiftColumn.CURRENCY, cells).toUpperCase(Locale.ROOT);
        Money amount =
                MoneyText.read(cell(GiftColumn.AMOUNT, cells), code.isEmpty() ? actBlue() ? "USD" : currency : code);
        Instant at = time(GiftColumn.DAY, cells);
        return new GiftDraft(
                Optional.empty(),
                giver(cells),
                amount,
                way(cell(GiftColumn.WAY, cells).toLowerCase(Locale.ROOT)),
                at,
                shortened(cell(GiftColumn.NOTE, cells)),
                Optional.of(onceKey),
                monthly(cells),
                back(cells, amount, onceKey),
                Optional.of(batch));
    }

    private boolean actBlue() {
        return columns.containsKey(GiftColumn.RECEIPT);
    }

    private Instant time(GiftColumn column, List<String> cells) {
        Instant at = WrittenTime.read(cell(column, cells), actBlue() ? ACTBLUE : zone, actBlue() ? "US" : country);
        // Noon of today may still be to come.
        if (at.isAfter(now) && at.isBefore(now.plus(Duration.ofHours(12)))) return now;
        if (at.isAfter(now)) throw new Problem.Invalid("day", "problem.gift-future");
        if (at.isBefore(now.minus(OLDEST))) throw new Problem.Invalid("day", "problem.long-ago");
        return at;
    }

    private Giver giver(List<String> cells) {
        String first = cell(GiftColumn.FIRST_NAME, cells);
        String last = cell(GiftColumn.LAST_NAME, cells);
        String name = cell(GiftColumn.NAME, cells);
        if (first.isEmpty() && last.isEmpty() && !name.isEmpty()) {
            int gap = name.lastIndexOf(' ');
            first = gap < 0 ? name : name.substring(0, gap);
            last = gap < 0 ? "" : name.substring(gap + 1);
        }
        return new Giver(first, last, cell(GiftColumn.EMAIL, cells), phone(cell(GiftColumn.PHONE, cells)));
    }

    /** A wrong number is no reason to refuse money: then the name and the address must do. */
    private Optional<PhoneNumber> phone(String written) {
        if (written.isEmpty()) return Optional.empty();
        try {
            return Optional.of(PhoneNumbers.read(written, country));
        } catch (Problem.Invalid wrong) {
            return Optional.empty();
        }
    }

    private GiftWay way(String written) {
        if (written.matches("cash|efectivo")) return GiftWay.CASH;
        if (written.matches("check|cheque")) return GiftWay.CHECK;
        if (written.matches("transfer|wire|ach|transferencia")) return GiftWay.TRANSFER;
        if (actBlue() || written.matches("online|card|credit.*|debit.*|paypal|apple.*|google.*|tarjeta"))
            return GiftWay.ONLINE;
        return GiftWay.OTHER;
    }

    /** All payments of one standing contribution carry its receipt. */
    private Optional<String> monthly(List<String> cells) {
        String months = cell(GiftColumn.MONTHS, cells);
        boolean standing = !months.isEmpty() && !months.equals("1") && !months.equals("0");
        return standing && actBlue()
                ? Optional.of("actblue:" + plain(cell(GiftColumn.RECEIPT, cells)))
                : Optional.empty();
    }

    private Optional<Back> back(List<String> cells, Money amount, String onceKey) {
        if (cell(GiftColumn.REFUND_DAY, cells).isEmpty()) return Optional.empty();
        String id = plain(cell(GiftColumn.REFUND_ID, cells));
        String part = cell(GiftColumn.REFUND_AMOUNT, cells);
        long minor = part.isEmpty()
                ? amount.minor()
                : MoneyText.read(part, amount.currency()).minor();
        if (minor > amount.minor()) throw new Problem.Invalid("amount", "problem.gift-file-refund");
        return Optional.of(new Back(
                EntryKind.REFUNDED,
                minor,
                time(GiftColumn.REFUND_DAY, cells),
                "",
                Optional.of(id.isEmpty() ? RowKey.hashed("back", onceKey) : "refund:" + id)));
    }

    private static String plain(String text) {
        return text.replaceAll("[^!-~]", "");
    }

    private static String shortened(String note) {
        return note.length() <= GiftDraft.LONGEST_NOTE ? note : note.substring(0, GiftDraft.LONGEST_NOTE);
    }

    private String cell(GiftColumn column, List<String> cells) {
        return Optional.ofNullable(columns.get(column))
                .filter(at -> at < cells.size())
                .map(at -> cells.get(at).strip())
                .orElse("");
    }
}
