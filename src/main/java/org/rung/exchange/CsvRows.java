package org.rung.exchange;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rung.common.Problem;

/** Reads a file row by row, forgiving what spreadsheets write, holding one row at a time. */
final class CsvRows implements AutoCloseable {
    /** In characters; a cell beyond it is a missing quote, not a cell. */
    private static final int LONGEST_CELL = 16 * 1024 * 1024;

    private final CountingStream bytes;
    private final CloseableIterator<CsvRecord> records;

    private CsvRows(CountingStream bytes, CloseableIterator<CsvRecord> records) {
        this.bytes = bytes;
        this.records = records;
    }

    static CsvRows open(Path file, Charset charset, char separator) {
        try {
            var bytes = new CountingStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
            var records = CsvReader.builder()
                    .fieldSeparator(separator)
                    .commentStrategy(CommentStrategy.NONE)
                    .skipEmptyLines(true)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .allowExtraCharsAfterClosingQuote(true)
                    .allowUnclosedQuote(true)
                    .maxBufferSize(LONGEST_CELL)
                    .ofCsvRecord(new InputStreamReader(bytes, charset))
                    .iterator();
            return new CsvRows(bytes, records);
        } catch (IOException problem) {
            throw new UncheckedIOException("The uploaded file cannot be read", problem);
        }
    }

    /** The next row, or nothing at the end. */
    Optional<Row> next() {
        try {
            while (records.hasNext()) {
                var row = records.next();
                if (isBlank(row)) continue;
                return Optional.of(new Row(row.getStartingLineNumber(), row.getFields()));
            }
            return Optional.empty();
        } catch (CsvParseException tooLong) {
            throw new Problem.Invalid("file", "problem.cell-huge");
        }
    }

    /** How much of the file was read so far, with what waits in the buffers. */
    long bytes() {
        return bytes.count;
    }

    @Override
    public void close() {
        try {
            records.close();
            bytes.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Spreadsheets write rows of separators below the last one. */
    private static boolean isBlank(CsvRecord row) {
        List<String> cells = row.getFields();
        for (var cell : cells) if (!cell.isBlank()) return false;
        return true;
    }

    private static final class CountingStream extends FilterInputStream {
        private volatile long count;

        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) count++;
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            if (read > 0) count += read;
            return read;
        }
    }
}
