package org.rung.giftfiles;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What a row is known by when it comes again: the provider's number of the payment, or the list's own; without either
 * what it says, and the how many-th row it is that says so.
 */
final class RowKey {
    private static final int LONGEST = 100;

    private final Map<GiftColumn, Integer> columns;
    private final Map<String, Integer> alike = new HashMap<>();

    RowKey(Map<GiftColumn, Integer> columns) {
        this.columns = columns;
    }

    String of(List<String> cells) {
        String receipt = cell(GiftColumn.RECEIPT, cells);
        String item = cell(GiftColumn.LINE_ITEM, cells);
        if (!item.isEmpty()) return known("actblue", "item:" + item);
        if (!receipt.isEmpty()) return known("actblue", receipt + ":" + cell(GiftColumn.RECURRENCE, cells));
        String id = cell(GiftColumn.ID, cells);
        if (!id.isEmpty()) return known("id", id);
        String said = hashed(
                "row", String.join("\u001f", cells.stream().map(String::strip).toList()));
        return said + ":" + alike.merge(said, 1, Integer::sum);
    }

    private static String known(String kind, String text) {
        return text.length() <= LONGEST && text.matches("[!-~]+") ? kind + ":" + text : hashed(kind, text);
    }

    static String hashed(String kind, String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return kind + ":" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String cell(GiftColumn column, List<String> cells) {
        Integer at = columns.get(column);
        return at == null || at >= cells.size() ? "" : cells.get(at).strip();
    }
}
