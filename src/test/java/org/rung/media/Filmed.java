package org.rung.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Films and sounds for tests, as telephones make them: with the place written wherever one can write it. */
final class Filmed {
    static final String PLACE = "+51.5074-000.1278/";
    static final String SEEN = "What one sees";
    static final String HEARD = "What one hears";
    static final String MADE = "\u005E\u00C8\u00E7";
    private static final int MADE_AT = 0x5EC8E7;

    private Filmed() {}

    /** brand such as isom, "qt  " or 3gp4. The tracks' bytes first, as cameras write them, or behind their tables. */
    static byte[] film(String brand, boolean tablesFirst) {
        byte[] kind = box("ftyp", text(brand), number(0x200), text(brand));
        String between = "Between " + PLACE;
        byte[] media = text(SEEN + between + HEARD + "Track " + PLACE + SEEN);
        byte[] box = box("mdat", media);
        // Without offsets first, to know where the bytes will be.
        int moved = tablesFirst ? movie(0).length : 0;
        byte[] movie = movie(kind.length + moved + 8);
        return tablesFirst
                ? join(kind, movie, box, box("uuid", text("0123456789abcdef<x:xmpmeta " + PLACE)))
                : join(kind, box("free", text(PLACE)), shifted(kind.length, media), movie(kind.length + 26 + 16));
    }

    /** With the long way to write a length, and behind it. */
    private static byte[] shifted(int after, byte[] media) {
        return join(number(1), text("mdat"), new byte[4], number(16 + media.length), media);
    }

    private static byte[] movie(int media) {
        int heard = media + SEEN.length() + ("Between " + PLACE).length();
        int track = heard + HEARD.length();
        int again = track + ("Track " + PLACE).length();
        return box(
                "moov",
                box("mvhd", number(0), number(MADE_AT), number(MADE_AT), new byte[88]),
                track("vide", new int[] {media, again}, SEEN.length()),
                track("soun", new int[] {heard}, HEARD.length()),
                track("meta", new int[] {track}, ("Track " + PLACE).length()),
                box("udta", box("\u00A9xyz", new byte[] {0, 18, 0x15, (byte) 0xC7}, text(PLACE))),
                box("meta", text("com.apple.quicktime.location.ISO6709" + PLACE)));
    }

    private static byte[] track(String handler, int[] chunks, int length) {
        List<byte[]> offsets = new ArrayList<>(List.of(number(0), number(chunks.length)));
        for (int chunk : chunks) offsets.add(number(chunk));
        return box(
                "trak",
                box("tkhd", number(7), number(MADE_AT), number(MADE_AT), new byte[72]),
                box("udta", box("loci", text("Somewhere " + PLACE))),
                box(
                        "mdia",
                        box("mdhd", number(0), number(MADE_AT), number(MADE_AT), new byte[12]),
                        box("hdlr", new byte[8], text(handler), new byte[12], text("Nia's telephone\0")),
                        box(
                                "minf",
                                box("udta", text(PLACE)),
                                box(
                                        "stbl",
                                        box("stsd", number(0), number(0)),
                                        box("stsc", number(0), number(1), number(1), number(1), number(1)),
                                        box("stsz", number(0), number(length), number(chunks.length)),
                                        box("stco", offsets.toArray(byte[][]::new))))));
    }

    /** Sound between an ID3 note with the place and two more behind it. */
    static byte[] mp3() {
        byte[] note = text("TXXX" + PLACE);
        return join(
                text("ID3"),
                new byte[] {4, 0, 0, 0, 0, 0, (byte) note.length},
                note,
                new byte[] {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0},
                text(HEARD),
                new byte[227],
                text(PLACE),
                join(text("APETAGEX"), new byte[] {(byte) 0xD0, 7, 0, 0, 50, 0, 0, 0}, new byte[16]),
                join(text("TAG"), text(PLACE), new byte[125 - PLACE.length()]));
    }

    static byte[] wave() {
        byte[] chunks = join(
                text("WAVEfmt "),
                little(16),
                new byte[16],
                text("LIST"),
                little(PLACE.length() + 1),
                text(PLACE + " "),
                new byte[1],
                text("data"),
                little(HEARD.length()),
                text(HEARD));
        return join(text("RIFF"), little(chunks.length), chunks);
    }

    static byte[] heic() {
        return join(box("ftyp", text("heic"), number(0), text("mif1heic")), box("meta", text(PLACE)));
    }

    static byte[] box(String name, byte[]... inside) {
        byte[] body = join(inside);
        return join(number(body.length + 8), text(name), body);
    }

    static byte[] text(String words) {
        return words.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] number(int any) {
        return ByteBuffer.allocate(4).putInt(any).array();
    }

    private static byte[] little(int any) {
        return number(Integer.reverseBytes(any));
    }

    static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }
}
