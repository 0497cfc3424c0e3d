package org.rung.giftfiles;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a column holds, by the names that ActBlue's files and treasurers' own lists give it. */
enum GiftColumn {
    AMOUNT("amount", "importe", "monto", "cantidad"),
    CURRENCY("currency", "moneda"),
    DAY("date", "day", "given on", "received", "fecha"),
    FIRST_NAME("donor first name", "first name", "nombre"),
    LAST_NAME("donor last name", "last name", "apellido", "apellidos"),
    NAME("name", "donor name", "donor"),
    EMAIL("donor email", "email", "e-mail", "correo", "correo electronico"),
    PHONE("donor phone", "phone", "telefono"),
    RECEIPT("receipt id"),
    LINE_ITEM("lineitem id", "line item id"),
    ID("id", "transaction id", "reference", "referencia"),
    MONTHS("recurring total months"),
    RECURRENCE("recurrence number"),
    REFUND_ID("refund id"),
    REFUND_DAY("refund date"),
    REFUND_AMOUNT("refund amount", "refunded"),
    WAY("way", "payment method", "method", "forma"),
    NOTE("note", "notes", "comments", "nota");

    private final Set<String> names;

    GiftColumn(String... names) {
        this.names = Set.of(names);
    }

    /** Which column is where; of two that mean the same, the first. */
    static Map<GiftColumn, Integer> in(List<String> head) {
        Map<GiftColumn, Integer> found = new EnumMap<>(GiftColumn.class);
        for (int i = 0; i < head.size(); i++) {
            int at = i;
            named(head.get(i)).ifPresent(column -> found.putIfAbsent(column, at));
        }
        return found;
    }

    private static Optional<GiftColumn> named(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replace('_', ' ')
                .strip()
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(column -> column.names.contains(plain))
                .findFirst();
    }
}
