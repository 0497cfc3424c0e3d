package org.rung.media;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/** A picture drawn anew: upright, no larger than a screen, and with nothing in it but what one sees. */
record Picture(byte[] bytes, FileType type, int width, int height) {
    /** A file of few bytes may claim to be of any size: what claims more is not opened. */
    static final long MOST_PIXELS = 50_000_000;

    /** This reader decodes all of a picture before it leaves pixels out. */
    private static final long MOST_PIXELS_OF_WEBP = 16_000_000;

    private static final int LONGEST_SIDE = 20_000;

    /** What is held while it is drawn: up to eight bytes each. */
    private static final double PIXELS_READ = 8_000_000;

    private static final int LONGEST = 1600;
    private static final float[] QUALITIES = {0.85f, 0.7f, 0.5f, 0.3f};

    /** Pictures take much memory while they are drawn: two at once at most. */
    private static final Semaphore EASELS = new Semaphore(2);

    static {
        ImageIO.setUseCache(false);
    }

    /** Empty for what cannot be read as a picture, or claims to be too large. */
    static Optional<Picture> of(byte[] file) {
        return of(file, Integer.MAX_VALUE);
    }

    /** As {@link #of(byte[])}, of at most so many bytes: the harder it is pressed, the coarser. */
    static Optional<Picture> of(byte[] file, int most) {
        EASELS.acquireUninterruptibly();
        try {
            Optional<BufferedImage> read = read(file);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            BufferedImage upright = draw(read.get(), orientation(file));
            return Optional.of(upright).flatMap(image -> write(image, most));
        } catch (IOException | RuntimeException | OutOfMemoryError broken) {
            // Readers of pictures meet broken ones with whatever they happen to run into. What was held is free again.
            return Optional.empty();
        } finally {
            EASELS.release();
        }
    }

    private static Optional<BufferedImage> read(byte[] file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                long pixels = (long) width * height;
                if (pixels > (Sniffer.of(file) == FileType.WEBP ? MOST_PIXELS_OF_WEBP : MOST_PIXELS)
                        || Math.max(width, height) > LONGEST_SIDE) {
                    return Optional.empty();
                }
                int step = Math.max(1, (int) Math.ceil(Math.sqrt(pixels / PIXELS_READ)));
                ImageReadParam wanted = reader.getDefaultReadParam();
                wanted.setSourceSubsampling(step, step, 0, 0);
                return Optional.of(reader.read(0, wanted));
            } finally {
                reader.dispose();
            }
        }
    }

    /** 1 to 8, as cameras write it; 1 is upright. Nothing but that is looked for: other notes may unfold without end. */
    private static int orientation(byte[] file) {
        if (Sniffer.of(file) != FileType.JPEG) {
            return 1;
        }
        try {
            var exif = JpegMetadataReader.readMetadata(new ByteArrayInputStream(file), List.of(new ExifReader()))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            return exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? Math.clamp(exif.getInt(ExifIFD0Directory.TAG_ORIENTATION), 1, 8)
                    : 1;
        } catch (JpegProcessingException | MetadataException | IOException | RuntimeException unreadable) {
            return 1;
        }
    }

    private static BufferedImage draw(BufferedImage image, int orientation) {
        double scale = Math.min(1, (double) LONGEST / Math.max(image.getWidth(), image.getHeight()));
        int across = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int down = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean turned = orientation >= 5;
        boolean clear = image.getColorModel().hasAlpha();
        BufferedImage drawn = new BufferedImage(
                turned ? down : across,
                turned ? across : down,
                clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = drawn.createGraphics();
        if (!clear) {
            brush.setColor(Color.WHITE);
            brush.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        }
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform place = upright(orientation, across, down);
        place.scale((double) across / image.getWidth(), (double) down / image.getHeight());
        brush.drawImage(image, place, null);
        brush.dispose();
        return drawn;
    }

    /** How each of the eight ways of holding a camera is put upright, for a picture of this size. */
    private static AffineTransform upright(int orientation, int w, int h) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }

    private static Optional<Picture> write(BufferedImage image, int most) {
        if (image.getColorModel().hasAlpha()) {
            byte[] png = png(image);
            if (png.length <= most) {
                return Optional.of(new Picture(png, FileType.PNG, image.getWidth(), image.getHeight()));
            }
            BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D brush = opaque.createGraphics();
            brush.drawImage(image, 0, 0, Color.WHITE, null);
            brush.dispose();
            return write(opaque, most);
        }
        for (float quality : QUALITIES) {
            byte[] jpeg = jpeg(image, quality);
            if (jpeg.length <= most) {
                return Optional.of(new Picture(jpeg, FileType.JPEG, image.getWidth(), image.getHeight()));
            }
        }
        return Optional.empty();
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException memory) {
            throw new java.io.UncheckedIOException(memory);
        }
        return out.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image, float quality) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException memory) {
            throw new java.io.UncheckedIOException(memory);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
