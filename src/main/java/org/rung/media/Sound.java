package org.rung.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Sounds that are no boxes, without the notes that programs put before, behind or between what one hears. */
final class Sound {
    private static final Set<String> OF_A_WAVE = Set.of("fmt ", "fact", "data");
    private static final byte[] JUNK = "JUNK".getBytes(StandardCharsets.ISO_8859_1);

    private Sound() {}

    /** Without ID3, APE and Lyrics3 notes (id3.org, wiki.hydrogenaud.io); empty for what then begins with no sound. */
    static Optional<byte[]> mp3(byte[] file) {
        int from = 0;
        int to = file.length;
        for (int more = before(file, from); more > 0; more = before(file, from)) from = Math.min(to, from + more);
        while (from < to && file[from] == 0) from++;
        for (int more = behind(file, from, to); more > 0; more = behind(file, from, to)) to = Math.max(from, to - more);
        boolean sound = to - from > 4 && (file[from] & 0xFF) == 0xFF && (file[from + 1] & 0xE0) == 0xE0;
        return sound ? Optional.of(Arrays.copyOfRange(file, from, to)) : Optional.empty();
    }

    private static int before(byte[] file, int from) {
        if (file.length - from < 32) return 0;
        if (at(file, from, "ID3")) {
            int length = file[from + 6] << 21 | file[from + 7] << 14 | file[from + 8] << 7 | file[from + 9];
            return length < 0 ? 0 : 10 + length + ((file[from + 5] & 0x10) == 0 ? 0 : 10);
        }
        return at(file, from, "APETAGEX") ? 32 + Math.max(0, little(file).getInt(from + 12)) : 0;
    }

    private static int behind(byte[] file, int from, int to) {
        if (to - from < 227) return to - from >= 128 && at(file, to - 128, "TAG") ? 128 : 0;
        if (at(file, to - 128, "TAG")) return 128;
        if (at(file, to - 227, "TAG+")) return 227;
        if (at(file, to - 32, "APETAGEX")) {
            // Its length is without its head, which it may have.
            int length = little(file).getInt(to - 20);
            return length < 0 ? 0 : length + (little(file).getInt(to - 12) < 0 ? 32 : 0);
        }
        if (at(file, to - 9, "LYRICS200")) {
            var length = new String(file, to - 15, 6, StandardCharsets.ISO_8859_1);
            return length.matches("[0-9]{6}") ? 15 + Integer.parseInt(length) : 0;
        }
        return 0;
    }

    /** Its notes become silence of the same length; empty for what is no whole one. */
    static Optional<byte[]> wave(byte[] file) {
        byte[] copy = file.clone();
        ByteBuffer bytes = little(copy);
        boolean data = false;
        int at = 12;
        while (at + 8 <= copy.length) {
            long length = bytes.getInt(at + 4) & 0xFFFFFFFFL;
            if (length > copy.length - at - 8) return Optional.empty();
            var name = new String(copy, at, 4, StandardCharsets.ISO_8859_1);
            data |= name.equals("data");
            if (!OF_A_WAVE.contains(name)) {
                System.arraycopy(JUNK, 0, copy, at, JUNK.length);
                Arrays.fill(copy, at + 8, at + 8 + (int) length, (byte) 0);
            }
            // Each begins at an even place.
            at += 8 + (int) length + (int) (length & 1);
        }
        Arrays.fill(copy, Math.min(at, copy.length), copy.length, (byte) 0);
        return data ? Optional.of(copy) : Optional.empty();
    }

    private static boolean at(byte[] file, int from, String word) {
        return from >= 0
                && from + word.length() <= file.length
                && new String(file, from, word.length(), StandardCharsets.ISO_8859_1).equals(word);
    }

    private static ByteBuffer little(byte[] file) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }
}
