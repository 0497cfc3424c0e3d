package org.rung.exchange;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rung.common.Problem;

/**
 * What the first bytes of a file tell.
 *
 * @param mark how many bytes the byte order mark takes
 */
record FileHead(Optional<Charset> utf16, int mark) {
    static final int LENGTH = 8_192;

    /** @throws Problem.Invalid when this is no text at all, with a word on what it seems to be */
    static FileHead of(byte[] head) {
        if (head.length == 0) throw new Problem.Invalid("file", "problem.file-empty");
        if (starts(head, 0xEF, 0xBB, 0xBF)) return new FileHead(Optional.empty(), 3);
        if (starts(head, 0xFF, 0xFE)) return new FileHead(Optional.of(StandardCharsets.UTF_16LE), 2);
        if (starts(head, 0xFE, 0xFF)) return new FileHead(Optional.of(StandardCharsets.UTF_16BE), 2);
        if (starts(head, 'P', 'K', 3, 4)) throw new Problem.Invalid("file", "problem.file-excel");
        if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) throw new Problem.Invalid("file", "problem.file-old-excel");
        if (starts(head, '%', 'P', 'D', 'F')) throw new Problem.Invalid("file", "problem.file-pdf");
        if (zeros(head) * 100 > head.length) throw new Problem.Invalid("file", "problem.file-binary");
        return new FileHead(Optional.empty(), 0);
    }

    /** A stray NUL is dirt in a cell; many of them are another kind of file. */
    private static int zeros(byte[] head) {
        int zeros = 0;
        for (byte b : head) if (b == 0) zeros++;
        return head.length < 400 && zeros < 4 ? 0 : zeros;
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) return false;
        for (int i = 0; i < bytes.length; i++) if ((head[i] & 0xFF) != bytes[i]) return false;
        return true;
    }
}
