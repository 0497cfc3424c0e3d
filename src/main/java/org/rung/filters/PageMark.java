package org.rung.filters;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.rung.common.Problem;

/** The last row of a page, by which the next one starts; callers see it as an opaque word. */
record PageMark(SupporterOrder order, String lastName, String firstName, long supporterId) {
    String text() {
        var last = lastName.getBytes(StandardCharsets.UTF_8);
        var first = firstName.getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(1 + 8 + 2 + last.length + first.length)
                .put((byte) order.ordinal())
                .putLong(supporterId)
                .putShort((short) last.length)
                .put(last)
                .put(first);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** @throws Problem.Invalid for a word that no page gave, or that a page in another order gave */
    static PageMark read(String text, SupporterOrder order) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.get() != order.ordinal()) throw unknown();
            var id = bytes.getLong();
            var last = new byte[bytes.getShort()];
            bytes.get(last);
            var first = new byte[bytes.remaining()];
            bytes.get(first);
            return new PageMark(
                    order, new String(last, StandardCharsets.UTF_8), new String(first, StandardCharsets.UTF_8), id);
        } catch (IllegalArgumentException | BufferUnderflowException | NegativeArraySizeException e) {
            throw unknown();
        }
    }

    private static Problem.Invalid unknown() {
        return new Problem.Invalid("after", "problem.not-a-page");
    }
}
