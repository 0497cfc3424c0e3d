package org.rung.scripts;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Which of several ways to say the first text somebody gets: always the same, in equal parts, and whoever hands out or
 * leaves people out cannot tilt it. A database finds the same with {@code mod(crc32(id), ways)}.
 */
public final class Split {
    private Split() {}

    /** From 0 on. */
    public static int of(long id, int ways) {
        if (ways == 1) return 0;
        var sum = new CRC32();
        sum.update(Long.toString(id).getBytes(StandardCharsets.US_ASCII));
        return (int) (sum.getValue() % ways);
    }
}
