package org.rung.accounts;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** A link as a picture, drawn here so that no other site learns of it; always dark on white, as cameras want it. */
public final class QrCode {
    /** As wide as the standard asks for: cameras find no code without it. */
    private static final int QUIET = 4;

    /** Big enough for a poster. */
    private static final int PIXELS = 1_200;

    private static final int WHITE = 0xffffff;

    private final BitMatrix dots;

    private QrCode(BitMatrix dots) {
        this.dots = dots;
    }

    public static QrCode of(String text) {
        try {
            var hints = Map.of(EncodeHintType.MARGIN, QUIET, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
            return new QrCode(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints));
        } catch (WriterException e) {
            throw new IllegalStateException("This link is too long for a picture", e);
        }
    }

    public byte[] svg() {
        var path = new StringBuilder();
        for (int y = 0; y < dots.getHeight(); y++) {
            for (int x = 0; x < dots.getWidth(); x++) {
                if (dots.get(x, y))
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
            }
        }
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" shape-rendering=\"crispEdges\">"
                + "<path fill=\"#fff\" d=\"M0 0h%1$dv%2$dH0z\"/><path d=\"%3$s\"/></svg>";
        return svg.formatted(dots.getWidth(), dots.getHeight(), path).getBytes(StandardCharsets.UTF_8);
    }

    /** Every dot the same whole number of pixels. */
    public byte[] png() {
        int scale = Math.max(1, PIXELS / dots.getWidth());
        var picture =
                new BufferedImage(dots.getWidth() * scale, dots.getHeight() * scale, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, dots.get(x / scale, y / scale) ? 0 : WHITE);
            }
        }
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For a page. */
    public String data() {
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg());
    }
}
