package org.rung.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Pictures for tests. */
public final class Drawn {
    private Drawn() {}

    /** Red on the left, blue on the right. */
    public static byte[] picture(String format, int width, int height, int shade) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setColor(new Color(200, shade, 0));
        brush.fillRect(0, 0, width / 2, height);
        brush.setColor(new Color(0, shade, 200));
        brush.fillRect(width / 2, 0, width - width / 2, height);
        brush.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException memory) {
            throw new UncheckedIOException(memory);
        }
        return out.toByteArray();
    }

    /** As a phone held upright takes it: turned a quarter, with the place written into it. */
    public static byte[] photo(int width, int height) {
        byte[] jpeg = picture("jpeg", width, height, 10);
        byte[] secret = "Somewhere 51.5N".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 24 + 4 + secret.length + 1);
        tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x010E)
                .putShort((short) 2)
                .putInt(secret.length + 1)
                .putInt(38);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0);
        tiff.putInt(0).put(secret).put((byte) 0);
        byte[] exif = tiff.array();
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + exif.length + 10);
        out.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.length + 8));
        out.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(exif);
        out.put(jpeg, 2, jpeg.length - 2);
        return out.array();
    }

    /** Two frames that go round, with a comment and a place written beside them. */
    static byte[] moving() {
        byte[] still = picture("gif", 16, 8, 40);
        int flags = still[10] & 0xFF;
        int head = 13 + ((flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1));
        var out = new ByteArrayOutputStream();
        out.write(still, 0, head);
        out.writeBytes(new byte[] {0x21, (byte) 0xFF, 11});
        out.writeBytes("NETSCAPE2.0".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[] {3, 1, 0, 0, 0});
        out.writeBytes(new byte[] {0x21, (byte) 0xFF, 11});
        out.writeBytes("XMP DataXMP".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[] {15});
        out.writeBytes("Somewhere 51.5N".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[] {0, 0x21, (byte) 0xFE, 6});
        out.writeBytes("Secret".getBytes(StandardCharsets.US_ASCII));
        out.write(0);
        for (int frame = 0; frame < 2; frame++) {
            out.write(still, head, still.length - head - 1);
        }
        out.write(0x3B);
        return out.toByteArray();
    }

    /** With a comment of so many zeros, folded to a thousandth of that. */
    static byte[] withFoldedNote(byte[] png, int length) throws IOException {
        var folded = new ByteArrayOutputStream();
        folded.writeBytes("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
        try (var fold = new DeflaterOutputStream(folded)) {
            byte[] zeros = new byte[100_000];
            for (int left = length; left > 0; left -= zeros.length) fold.write(zeros);
        }
        byte[] name = "zTXt".getBytes(StandardCharsets.ISO_8859_1);
        var sum = new CRC32();
        sum.update(name);
        sum.update(folded.toByteArray());
        // After the signature and the header, which always comes first.
        int after = 8 + 25;
        var whole = ByteBuffer.allocate(png.length + 12 + folded.size());
        whole.put(png, 0, after);
        whole.putInt(folded.size()).put(name).put(folded.toByteArray()).putInt((int) sum.getValue());
        whole.put(png, after, png.length - after);
        return whole.array();
    }

    /** A small file that claims to be a picture of nine hundred million pixels. */
    static byte[] bomb() {
        byte[] png = picture("png", 10, 10, 0).clone();
        ByteBuffer.wrap(png).putInt(16, 30_000).putInt(20, 30_000);
        var sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        return png;
    }
}
