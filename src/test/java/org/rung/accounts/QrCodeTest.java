package org.rung.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final String LINK = "https://rung.example.org/join/" + "Ab3_".repeat(10) + "xyz";

    @Test
    void a_camera_reads_the_link_out_of_the_picture() throws Exception {
        var picture = ImageIO.read(new ByteArrayInputStream(QrCode.of(LINK).png()));
        var width = picture.getWidth();
        var height = picture.getHeight();
        var dots = picture.getRGB(0, 0, width, height, null, 0, width);

        var read = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, dots))));

        assertThat(read.getText()).isEqualTo(LINK);
        assertThat(width).isBetween(1_000, 1_200).isEqualTo(height);
    }

    @Test
    void the_drawing_is_dark_on_white_and_asks_nobody_for_anything() {
        var svg = new String(QrCode.of(LINK).svg(), StandardCharsets.UTF_8);

        assertThat(svg).startsWith("<svg xmlns=").contains("fill=\"#fff\"").doesNotContain("href", "url(");
    }
}
