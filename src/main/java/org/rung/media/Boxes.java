package org.rung.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A file of boxes within boxes, each with its length and its name before it (ISO/IEC 14496-12). Changed where it is. */
record Boxes(ByteBuffer bytes) {
    private static final int HEAD = 8;
    private static final byte[] FREE = "free".getBytes(StandardCharsets.ISO_8859_1);

    /** from: where its length stands; body: what is in it begins; to: after its end. */
    record Box(String name, int from, int body, int to) {}

    /** Those that stand one after another there, up to what is no box any more. */
    List<Box> in(int from, int to) {
        List<Box> all = new ArrayList<>();
        int at = from;
        while (to - at >= HEAD) {
            long length = bytes.getInt(at) & 0xFFFFFFFFL;
            int head = HEAD;
            if (length == 1 && to - at >= 2 * HEAD) {
                length = bytes.getLong(at + HEAD);
                head = 2 * HEAD;
            } else if (length == 0 && from == 0) {
                // The last one of a file may leave its length open.
                length = to - at;
            }
            if (length < head || length > to - at) break;
            var name = new String(bytes.array(), at + 4, 4, StandardCharsets.ISO_8859_1);
            all.add(new Box(name, at, at + head, at + (int) length));
            at += (int) length;
        }
        return all;
    }

    List<Box> in(Box box) {
        return in(box.body(), box.to());
    }

    Optional<Box> find(Box box, String... path) {
        Optional<Box> found = Optional.of(box);
        for (String name : path) {
            found = found.flatMap(outer ->
                    in(outer).stream().filter(one -> one.name().equals(name)).findFirst());
        }
        return found;
    }

    /** It keeps its place and its length, so that whatever points behind it still does, and nothing else. */
    void blank(Box box) {
        System.arraycopy(FREE, 0, bytes.array(), box.from() + 4, FREE.length);
        clear(box.body(), box.to());
    }

    void clear(int from, int to) {
        Arrays.fill(bytes.array(), from, to, (byte) 0);
    }
}
