package org.rung.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes CSV that is harmless in a spreadsheet and readable there: with a byte order mark, without live formulas. */
public final class CsvOut implements AutoCloseable {
    private final Writer out;
    private final CsvWriter csv;

    /** What writes the rows of a file. */
    public interface Rows {
        void write(CsvOut csv) throws IOException;
    }

    /** Into a file that somebody reads as it is written. */
    public static void write(OutputStream file, Rows rows) {
        try (var csv = new CsvOut(new OutputStreamWriter(file, StandardCharsets.UTF_8))) {
            rows.write(csv);
        } catch (IOException gone) {
            throw new UncheckedIOException("The reader of a file went away", gone);
        }
    }

    CsvOut(Writer writer) throws IOException {
        out = new BufferedWriter(writer, 1 << 16);
        out.write('\uFEFF');
        csv = CsvWriter.builder().build(out);
    }

    public void row(List<String> cells) {
        csv.writeRecord(cells.stream().map(CsvOut::safe).toList());
    }

    public void flush() throws IOException {
        csv.flush();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    /** Numbers in E.164 start with a plus and can be no formula. */
    private static String safe(String cell) {
        return isNumber(cell) ? cell : SafeCell.out(cell);
    }

    private static boolean isNumber(String cell) {
        if (cell.length() < 8 || cell.length() > 16 || cell.charAt(0) != '+') return false;
        for (int i = 1; i < cell.length(); i++) if (cell.charAt(i) < '0' || cell.charAt(i) > '9') return false;
        return true;
    }
}
