package org.rung.compliance;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.rung.common.Sentence;

/** Reads numbers from whatever people call a list: a column of them, or the first cell of each row that is one. */
final class NumbersFile implements AutoCloseable {
    private static final int HEAD = 4_096;
    private static final int LONGEST_KEPT = 200;
    private static final int LONGEST_ROW = 1024 * 1024;

    /** A line of the file: its number, or why there is none. */
    record Row(
            long line,
            String written,
            @Nullable PhoneNumber phone,
            @Nullable Sentence problem) {}

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final String country;
    private boolean first = true;

    private NumbersFile(CsvReader<CsvRecord> reader, String country) {
        this.reader = reader;
        this.records = reader.iterator();
        this.country = country;
    }

    /** @param country for numbers written without one */
    static NumbersFile of(InputStream in, String country) throws IOException {
        var buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(HEAD);
        var head = buffered.readNBytes(HEAD);
        buffered.reset();
        var letters = letters(head);
        // Digits are the same in all of these; only the number of a row is read.
        return new NumbersFile(
                CsvReader.builder()
                        .fieldSeparator(separator(new String(head, letters)))
                        .commentStrategy(CommentStrategy.NONE)
                        .skipEmptyLines(true)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowExtraCharsAfterClosingQuote(true)
                        .allowUnclosedQuote(true)
                        .maxBufferSize(LONGEST_ROW)
                        .ofCsvRecord(new InputStreamReader(buffered, letters)),
                country);
    }

    private static Charset letters(byte[] head) {
        if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) return StandardCharsets.UTF_16;
        if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) return StandardCharsets.UTF_16;
        return StandardCharsets.UTF_8;
    }

    private static char separator(String head) {
        var best = ',';
        for (char candidate : new char[] {';', '\t'}) if (count(head, candidate) > count(head, best)) best = candidate;
        return best;
    }

    private static long count(String head, char sign) {
        return head.chars().filter(letter -> letter == sign).count();
    }

    /** The next row with anything in it; nothing at the end. */
    Optional<Row> next() {
        try {
            while (records.hasNext()) {
                var record = records.next();
                var cells = record.getFields().stream()
                        .map(cell -> cell.replace("\uFEFF", "").strip())
                        .filter(cell -> !cell.isEmpty())
                        .toList();
                boolean heading = first && cells.stream().noneMatch(NumbersFile::digits);
                if (!cells.isEmpty()) first = false;
                if (!cells.isEmpty() && !heading) return Optional.of(row(record.getStartingLineNumber(), cells));
            }
            return Optional.empty();
        } catch (CsvParseException tooLong) {
            throw new Problem.Invalid("file", "problem.cell-huge");
        }
    }

    private Row row(long line, List<String> cells) {
        Sentence why = null;
        for (var cell : cells) {
            try {
                return new Row(line, "", PhoneNumbers.read(cell, country), null);
            } catch (Problem.Invalid wrong) {
                // What looks most like a number says best what is wrong with it.
                if (why == null || digits(cell)) why = wrong.sentence();
            }
        }
        var written = String.join("; ", cells);
        return new Row(line, written.length() > LONGEST_KEPT ? written.substring(0, LONGEST_KEPT) : written, null, why);
    }

    private static boolean digits(String cell) {
        return cell.chars().anyMatch(Character::isDigit);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
