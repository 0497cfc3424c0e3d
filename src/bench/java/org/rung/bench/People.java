package org.rung.bench;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A list of invented people, made while it is read. */
public final class People extends InputStream {
    private static final String[] NAMES = {"Ana", "Luis", "Maya", "Tomás", "June", "Ife", "Sam", "Dana"};
    private static final int[] AREAS = {510, 415, 213, 559, 661};
    private final int rows;
    private int made;
    private byte[] line = "Phone,First name,Last name,Email,Zip,City\n".getBytes(StandardCharsets.UTF_8);
    private int at;

    public People(int rows) {
        this.rows = rows;
    }

    public static String phone(int i) {
        return Long.toString(AREAS[i % AREAS.length] * 10_000_000L + (200 + i / 10_000 % 700) * 10_000L + i % 10_000);
    }

    public static String[] cells(int i) {
        return new String[] {
            phone(i),
            NAMES[i % NAMES.length],
            "Last" + i * 7919L % 100_003,
            "person" + i + "@example.org",
            "" + (90_001 + i % 6_000),
            "Fresno"
        };
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
                line = (String.join(",", cells(made++)) + "\n").getBytes(StandardCharsets.UTF_8);
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
