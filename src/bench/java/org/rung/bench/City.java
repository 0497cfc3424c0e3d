package org.rung.bench;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A large city's list, made while it is read: some 110 bytes a person. Names and places are shared unevenly, as
 * everywhere; every fiftieth lives with somebody who shares the phone, and every two hundredth row is somebody met before.
 */
public final class City extends InputStream {
    private static final String[] STARTS = {"Ma", "An", "Lu", "Jo", "Ka", "Ti", "Re", "Sa", "De", "Ivo"};
    private static final String[] MIDDLES = {"ri", "ne", "li", "ra", "vo", "da", "si", "mo", "ha", "ze"};
    private static final String[] ENDS = {"a", "o", "na", "el", "is", "ta", "n", "ko", "us", "ía"};
    private static final String[] CITIES = {"Fresno", "Oakland", "Selma", "Madera", "Clovis", "Visalia", "Tulare"};
    private static final int[] AREAS = {510, 415, 213, 559, 661};

    private final int rows;
    private int made;
    private byte[] line =
            "Phone,First name,Last name,Email,Zip,City,State,Tags,Ward,Remark\n".getBytes(StandardCharsets.UTF_8);
    private int at;

    public City(int rows) {
        this.rows = rows;
    }

    /** How many different people are among the first so many rows. */
    static int people(int rows) {
        return rows - rows / 200;
    }

    static String phone(int i) {
        int number = i % 50 == 49 ? i - 1 : i;
        return Long.toString(
                AREAS[number % AREAS.length] * 10_000_000L + (200 + number / 10_000 % 700) * 10_000L + number % 10_000);
    }

    static String firstName(int i) {
        int mixed = (int) (i * 2_654_435_761L >>> 7 & 0xFFFFFF);
        return STARTS[mixed % 10] + MIDDLES[mixed / 10 % 10] + ENDS[mixed / 100 % 10];
    }

    static String lastName(int i) {
        int mixed = (int) (i * 40_503L % 65_521);
        return STARTS[mixed % 10]
                + MIDDLES[mixed / 10 % 10]
                + MIDDLES[mixed / 100 % 10]
                + ENDS[mixed / 1_000 % 10]
                + (char) ('a' + mixed % 26);
    }

    static String row(int row) {
        // Somebody from some hundred thousand rows before comes again.
        int i = row % 200 == 199 ? Math.max(0, row - 99_998) / 200 * 200 : row;
        int far = i % 10 < 3 ? 0 : i % 200;
        return String.join(
                        ",",
                        phone(i),
                        firstName(i) + (i % 50 == 49 ? "s" : ""),
                        lastName(i),
                        "person" + i + "@example.org",
                        "" + (90_001 + i % 6_000),
                        far < CITIES.length ? CITIES[far] : CITIES[far % CITIES.length] + " " + far,
                        "California",
                        (i % 2 == 0 ? "tenant" : "")
                                + (i % 10 == 3 ? "steward" : "")
                                + (i % 1_000 == 7 ? ";captain" : ""),
                        "Ward " + i % 40,
                        i % 4 == 0 ? "Met at the door on the second of the month" : "")
                + "\n";
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        int read = 0;
        while (read < length) {
            if (at == line.length) {
                if (made == rows) break;
                line = row(made++).getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            int part = Math.min(length - read, line.length - at);
            System.arraycopy(line, at, into, from + read, part);
            at += part;
            read += part;
        }
        return read == 0 && length > 0 ? -1 : read;
    }
}
