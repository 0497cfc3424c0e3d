package org.rung.media;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A GIF without what is written into it beside its pictures: comments, XMP and whatever other programs put there. It
 * still moves (w3.org/Graphics/GIF/spec-gif89a.txt).
 */
final class Gif {
    private static final int IMAGE = 0x2C;
    private static final int EXTENSION = 0x21;
    private static final int END = 0x3B;
    private static final int CONTROL = 0xF9;
    private static final int APPLICATION = 0xFF;

    private final DataInputStream in;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int width;
    private int height;

    private Gif(byte[] file) {
        in = new DataInputStream(new ByteArrayInputStream(file));
    }

    /** Empty for what is no whole GIF, or claims to be too large. */
    static Optional<Picture> stripped(byte[] file) {
        Gif gif = new Gif(file);
        try {
            return gif.read()
                    ? Optional.of(new Picture(gif.out.toByteArray(), FileType.GIF, gif.width, gif.height))
                    : Optional.empty();
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private boolean read() throws IOException {
        byte[] head = in.readNBytes(13);
        if (head.length < 13 || !new String(head, 0, 4, StandardCharsets.US_ASCII).equals("GIF8")) {
            return false;
        }
        width = (head[6] & 0xFF) | (head[7] & 0xFF) << 8;
        height = (head[8] & 0xFF) | (head[9] & 0xFF) << 8;
        if (width == 0 || height == 0 || (long) width * height > Picture.MOST_PIXELS) {
            return false;
        }
        out.write(head);
        colors(head[10]);
        int pictures = 0;
        for (int block = in.readUnsignedByte(); block != END; block = in.readUnsignedByte()) {
            switch (block) {
                case IMAGE -> {
                    out.write(block);
                    byte[] place = exactly(9);
                    out.write(place);
                    colors(place[8]);
                    out.write(in.readUnsignedByte());
                    parts(true);
                    pictures++;
                }
                case EXTENSION -> extension();
                default -> {
                    return false;
                }
            }
        }
        out.write(END);
        return pictures > 0;
    }

    /** Only what is needed to draw it and to have it go round. */
    private void extension() throws IOException {
        int label = in.readUnsignedByte();
        int size = in.readUnsignedByte();
        byte[] first = exactly(size);
        boolean needed = label == CONTROL
                || (label == APPLICATION && new String(first, StandardCharsets.US_ASCII).equals("NETSCAPE2.0"));
        if (needed) {
            out.write(EXTENSION);
            out.write(label);
            out.write(size);
            out.write(first);
        }
        if (size > 0) {
            parts(needed);
        } else if (needed) {
            throw new IOException("an extension without its first part");
        }
    }

    private void colors(byte flags) throws IOException {
        if ((flags & 0x80) != 0) {
            out.write(exactly(3 << ((flags & 7) + 1)));
        }
    }

    private void parts(boolean keep) throws IOException {
        for (int size = in.readUnsignedByte(); ; size = in.readUnsignedByte()) {
            byte[] part = exactly(size);
            if (keep) {
                out.write(size);
                out.write(part);
            }
            if (size == 0) {
                return;
            }
        }
    }

    private byte[] exactly(int size) throws IOException {
        byte[] bytes = new byte[size];
        in.readFully(bytes);
        return bytes;
    }
}
