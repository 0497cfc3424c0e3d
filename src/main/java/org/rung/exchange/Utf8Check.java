package org.rung.exchange;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Whether a stream of bytes is UTF-8, whatever its pieces are. */
final class Utf8Check {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer thrown = CharBuffer.allocate(1 << 16);
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private boolean valid = true;

    void take(byte[] bytes, int length) {
        if (!valid) return;
        var in = ByteBuffer.allocate(rest.remaining() + length);
        in.put(rest).put(bytes, 0, length).flip();
        while (true) {
            thrown.clear();
            var result = decoder.decode(in, thrown, false);
            if (result.isError()) valid = false;
            if (!result.isOverflow()) break;
        }
        rest = in;
    }

    /** Said at the end: half a letter there is none. */
    boolean valid() {
        return valid && !rest.hasRemaining();
    }
}
