package org.rung.review;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Places in a segment, two bytes each, and the texts at them, eight bytes each. */
final class Places {
    /** Texts in a full segment: their places fit into the columns of V059. */
    static final int FULL = 4_096;

    private Places() {}

    static BitSet read(byte[] stored) {
        BitSet places = new BitSet(FULL);
        for (int i = 0; i + 1 < stored.length; i += 2) {
            places.set((stored[i] & 0xff) << 8 | stored[i + 1] & 0xff);
        }
        return places;
    }

    static void write(StringBuilder hexadecimal, int place) {
        for (int shift = 12; shift >= 0; shift -= 4) {
            hexadecimal.append(Character.forDigit(place >> shift & 0xf, 16));
        }
    }

    static List<Long> ids(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        List<Long> ids = new ArrayList<>(stored.length / Long.BYTES);
        while (bytes.remaining() >= Long.BYTES) ids.add(bytes.getLong());
        return ids;
    }

    static byte[] stored(List<Long> ids) {
        ByteBuffer bytes = ByteBuffer.allocate(ids.size() * Long.BYTES);
        ids.forEach(bytes::putLong);
        return bytes.array();
    }
}
