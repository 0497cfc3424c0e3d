package org.rung.exchange;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A file of people that is made while it is read. */
public class ManyRows extends InputStream {
    private static final String[] NAMES = {"Ana", "Luis", "Maya", "Tomás", "June", "Ife", "Sam", "Dana"};
    private final int rows;
    private int made;
    private byte[] line = "Phone,First name,Last name,Email,Zip,City\n".getBytes(StandardCharsets.UTF_8);
    private int at;

    public ManyRows(int rows) {
        this.rows = rows;
    }

    public static String phone(int i) {
        return "%03d%03d%04d".formatted(new int[] {510, 415, 213, 559, 661}[i % 5], 200 + i / 10_000 % 700, i % 10_000);
    }

    public static String row(int i) {
        return phone(i) + "," + NAMES[i % NAMES.length] + ",Last" + i + ",person" + i + "@example.org,"
                + (90_001 + i % 6_000) + ",Fresno\n";
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
