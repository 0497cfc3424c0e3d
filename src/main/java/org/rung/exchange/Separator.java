package org.rung.exchange;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Guesses what stands between the cells: what splits the first rows into the most cells, evenly. */
final class Separator {
    private static final char[] CANDIDATES = {',', ';', '\t'};
    private static final int ROWS = 20;

    private Separator() {}

    static char guess(Path file, Charset charset) {
        char best = ',';
        long most = 0;
        for (char candidate : CANDIDATES) {
            long score = score(head(file, charset, candidate));
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    /** Rows that split like the header count; a header that does not split counts nothing. */
    static long score(List<Row> rows) {
        if (rows.isEmpty() || rows.getFirst().cells().size() < 2) return 0;
        int width = rows.getFirst().cells().size();
        long alike = rows.stream().filter(row -> row.cells().size() == width).count();
        return alike * 1_000 / rows.size() * Math.min(width, 100);
    }

    static List<Row> head(Path file, Charset charset, char separator) {
        try (var rows = CsvRows.open(file, charset, separator)) {
            var head = new ArrayList<Row>();
            while (head.size() < ROWS) {
                var row = rows.next();
                if (row.isEmpty()) break;
                head.add(row.get());
            }
            return head;
        }
    }
}
