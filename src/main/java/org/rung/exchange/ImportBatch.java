package org.rung.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.consent.ConsentKind;

/**
 * Some rows read and understood, ready to be written in one transaction.
 *
 * @param rowsBefore how many rows of the file come before them
 * @param rows how many they are, rejected ones included
 * @param bytes how far the file was read
 */
record ImportBatch(long rowsBefore, int rows, long bytes, List<RowRead> read, List<Reject> rejects, boolean last) {
    static final int ROWS = 4_000;
    /** Rows with long cells make smaller batches, so that memory stays bounded. */
    static final int LETTERS = 4_000_000;

    static ImportBatch next(CsvRows file, RowReader reader, long rowsBefore) {
        var read = new ArrayList<RowRead>(ROWS);
        var rejects = new ArrayList<Reject>();
        int rows = 0;
        long letters = 0;
        while (rows < ROWS && letters < LETTERS) {
            var row = file.next();
            if (row.isEmpty()) return new ImportBatch(rowsBefore, rows, file.bytes(), read, rejects, true);
            rows++;
            for (var cell : row.get().cells()) letters += cell.length();
            try {
                read.add(reader.read(row.get()));
            } catch (Problem.Invalid why) {
                rejects.add(new Reject(row.get().line(), Why.of(why), row.get().cells()));
            }
        }
        return new ImportBatch(rowsBefore, rows, file.bytes(), read, rejects, false);
    }

    /** Who comes in, in the order of the rows. */
    List<RowRead> people() {
        return read.stream().filter(row -> !row.ofNobody()).toList();
    }

    Map<PhoneNumber, ConsentKind> refused() {
        var refused = new HashMap<PhoneNumber, ConsentKind>();
        for (var row : read) row.refused().forEach((phone, kind) -> refused.merge(phone, kind, ConsentCell::stricter));
        return refused;
    }
}
