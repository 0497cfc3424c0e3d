package org.rung.giftfiles;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rung.common.Problem;

/** A file as it came: its head, and its rows with their line. */
record GiftRows(List<String> head, List<Row> rows) {
    static final int MOST_ROWS = 50_000;
    static final int MOST_BYTES = 20 * 1024 * 1024;

    record Row(int line, List<String> cells, String onceKey) {}

    /** @throws Problem.Invalid for what is no such file, with a word on what to do */
    static GiftRows read(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(MOST_BYTES + 1);
        if (bytes.length == 0) throw new Problem.Invalid("file", "problem.file-empty");
        if (bytes.length > MOST_BYTES) throw new Problem.Invalid("file", "problem.gift-file-long", MOST_ROWS);
        if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K')
            throw new Problem.Invalid("file", "problem.file-excel");
        String text = text(bytes);
        List<List<String>> all = rows(text, separator(text));
        if (all.isEmpty()) throw new Problem.Invalid("file", "problem.file-empty");
        List<String> head = all.getFirst();
        Map<GiftColumn, Integer> columns = GiftColumn.in(head);
        if (!columns.containsKey(GiftColumn.AMOUNT) || !columns.containsKey(GiftColumn.DAY))
            throw new Problem.Invalid("file", "problem.gift-file-columns");
        if (all.size() - 1 > MOST_ROWS) throw new Problem.Invalid("file", "problem.gift-file-long", MOST_ROWS);
        RowKey key = new RowKey(columns);
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            List<String> cells = all.get(i);
            if (cells.stream().allMatch(String::isBlank)) continue;
            rows.add(new Row(i + 1, cells, key.of(cells)));
        }
        if (rows.isEmpty()) throw new Problem.Invalid("file", "problem.gift-file-rows");
        return new GiftRows(head, rows);
    }

    /** UTF-8, or what spreadsheets of the west write where it is none. */
    private static String text(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException older) {
            text = new String(bytes, Charset.forName("windows-1252"));
        }
        if (text.indexOf('\0') >= 0) throw new Problem.Invalid("file", "problem.file-binary");
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        long tabs = first.chars().filter(sign -> sign == '\t').count();
        long semicolons = first.chars().filter(sign -> sign == ';').count();
        long commas = first.chars().filter(sign -> sign == ',').count();
        if (tabs > commas && tabs > semicolons) return '\t';
        return semicolons > commas ? ';' : ',';
    }

    private static List<List<String>> rows(String text, char separator) {
        List<List<String>> rows = new ArrayList<>();
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(true)
                .ofCsvRecord(text)) {
            for (var row : reader) {
                rows.add(List.copyOf(row.getFields()));
                if (rows.size() > MOST_ROWS + 1) throw new Problem.Invalid("file", "problem.gift-file-long", MOST_ROWS);
            }
            return rows;
        } catch (CsvParseException tooLong) {
            throw new Problem.Invalid("file", "problem.cell-huge");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
