package org.rung.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are shown of a picture, and what they are not. */
class PictureTest {
    @Test
    void the_shown_copy_stands_upright_and_says_nothing_of_where_it_was_taken() throws IOException {
        byte[] photo = Drawn.photo(80, 40);
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("Exif", "Somewhere");

        Picture shown = Picture.of(photo).orElseThrow();

        assertThat(new String(shown.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "Somewhere");
        assertThat(shown.width()).isEqualTo(40);
        assertThat(shown.height()).isEqualTo(80);
        var image = ImageIO.read(new ByteArrayInputStream(shown.bytes()));
        // Turned clockwise: what was on the left is on top.
        assertThat(new Color(image.getRGB(20, 5)).getRed()).isGreaterThan(150);
        assertThat(new Color(image.getRGB(20, 75)).getBlue()).isGreaterThan(150);
    }

    @Test
    void a_small_file_that_claims_to_be_huge_is_not_opened() {
        assertThat(Drawn.bomb()).hasSizeLessThan(1000);
        assertThat(Picture.of(Drawn.bomb())).isEmpty();
    }

    @Test
    void notes_in_a_picture_are_never_unfolded() throws IOException {
        byte[] file = Drawn.withFoldedNote(Drawn.picture("png", 40, 40, 90), 200_000_000);
        assertThat(file).hasSizeLessThan(1_000_000);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long me = Thread.currentThread().threadId();
        Picture.of(Drawn.picture("png", 40, 40, 90));
        long before = threads.getThreadAllocatedBytes(me);

        assertThat(Picture.of(file)).isPresent();

        assertThat(threads.getThreadAllocatedBytes(me) - before).isLessThan(20_000_000);
    }

    @Test
    void a_picture_that_is_longer_than_any_screen_is_not_opened() {
        assertThat(Picture.of(Drawn.picture("png", 30_000, 4, 90))).isEmpty();
    }

    @Test
    void a_large_picture_is_made_as_large_as_a_screen() {
        Picture shown = Picture.of(Drawn.picture("png", 4000, 1000, 90)).orElseThrow();

        assertThat(shown.width()).isEqualTo(1600);
        assertThat(shown.height()).isEqualTo(400);
    }

    @Test
    void half_a_picture_is_none() {
        byte[] whole = Drawn.picture("png", 200, 200, 5);

        assertThat(Picture.of(java.util.Arrays.copyOf(whole, 60))).isEmpty();
    }

    @Test
    void a_gif_still_moves_and_says_nothing_else() throws IOException {
        byte[] moving = Drawn.moving();
        assertThat(new String(moving, StandardCharsets.ISO_8859_1)).contains("Somewhere", "Secret");

        Picture stripped = Gif.stripped(moving).orElseThrow();

        assertThat(new String(stripped.bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Somewhere", "Secret", "XMP")
                .contains("NETSCAPE2.0");
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(stripped.bytes())));
        assertThat(reader.getNumImages(true)).isEqualTo(2);
        assertThat(reader.read(1).getWidth()).isEqualTo(16);
    }

    @Test
    void a_gif_that_ends_too_early_or_goes_on_with_something_else_is_none() {
        byte[] moving = Drawn.moving();
        for (int length = 0; length < moving.length; length++) {
            assertThat(Gif.stripped(java.util.Arrays.copyOf(moving, length))).isEmpty();
        }
        byte[] still = Drawn.picture("gif", 4, 4, 1);
        still[still.length - 1] = 0x77;
        assertThat(Gif.stripped(still)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"jpeg,JPEG", "png,PNG", "gif,GIF"})
    void a_picture_is_known_by_its_bytes(String format, FileType type) {
        assertThat(Sniffer.of(Drawn.picture(format, 8, 8, 1))).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7 x,PDF",
        "'BEGIN:VCARD\nVERSION:3.0\nFN:Nia\nEND:VCARD\n',VCARD",
        "#!AMR x,AMR",
        "'<html><script>alert(1)</script></html>',OTHER",
        "'<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"/>',OTHER",
        "MZ and so on,OTHER",
        "just words,OTHER"
    })
    void what_a_browser_could_run_is_a_file_to_save(String bytes, FileType type) {
        assertThat(Sniffer.of(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(type);
    }
}
