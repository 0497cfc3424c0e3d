package org.rung.media;

import java.nio.ByteBuffer;
import java.util.BitSet;

/** Where in its file the pictures or sounds of a track are: its tables of chunks and of lengths, multiplied out. */
final class Samples {
    private Samples() {}

    /**
     * Marks those bytes.
     *
     * @throws IndexOutOfBoundsException for tables that lead nowhere, or are written in a way that no telephone uses
     */
    static void mark(Boxes boxes, Boxes.Box tables, BitSet marked) {
        ByteBuffer bytes = boxes.bytes();
        var wide = boxes.find(tables, "co64");
        int chunks = wide.or(() -> boxes.find(tables, "stco"))
                        .orElseThrow(Samples::odd)
                        .body()
                + 4;
        int runs = boxes.find(tables, "stsc").orElseThrow(Samples::odd).body() + 4;
        int sizes = boxes.find(tables, "stsz").orElseThrow(Samples::odd).body() + 4;
        int each = bytes.getInt(sizes);
        int samples = bytes.getInt(sizes + 4);
        int run = -1;
        int sample = 0;
        long total = 0;
        for (int chunk = 0; chunk < bytes.getInt(chunks) && sample < samples; chunk++) {
            while (run + 1 < bytes.getInt(runs) && bytes.getInt(runs + 4 + 12 * (run + 1)) <= chunk + 1) run++;
            if (run < 0) throw odd();
            int last = (int) Math.min(samples, sample + (bytes.getInt(runs + 8 + 12 * run) & 0xFFFFFFFFL));
            long length = (long) each * (last - sample);
            if (each == 0) for (int one = sample; one < last; one++) length += bytes.getInt(sizes + 8 + 4 * one);
            sample = last;
            long from = wide.isPresent()
                    ? bytes.getLong(chunks + 4 + 8 * chunk)
                    : bytes.getInt(chunks + 4 + 4 * chunk) & 0xFFFFFFFFL;
            total += length;
            // A small file may claim the same bytes a million times.
            if (from < 0 || length < 0 || from + length > bytes.capacity() || total > bytes.capacity()) throw odd();
            marked.set((int) from, (int) (from + length));
        }
    }

    private static IndexOutOfBoundsException odd() {
        return new IndexOutOfBoundsException("The tables of a track lead nowhere");
    }
}
