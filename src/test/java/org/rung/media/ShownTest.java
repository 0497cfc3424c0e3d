package org.rung.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is played in place says nothing of where it was made. */
class ShownTest {

    @ParameterizedTest
    @CsvSource({
        "isom, true, MP4, MP4",
        "isom, false, MP4, MP4",
        "'qt  ', false, QUICKTIME, MP4",
        "3gp4, true, THREE_GP, THREE_GP",
        "'M4A ', true, M4A, M4A"
    })
    void a_film_plays_without_the_place_that_a_telephone_wrote_into_it(
            String brand, boolean tablesFirst, FileType type, FileType shown) {
        byte[] film = Filmed.film(brand, tablesFirst);
        assertThat(Sniffer.of(film)).isEqualTo(type);
        assertThat(words(film)).contains("\u00A9xyz", "loci", Filmed.PLACE, "Nia");

        Shown copy = Shown.of(type, film).orElseThrow();

        assertThat(copy.type()).isEqualTo(shown);
        assertThat(words(copy.bytes()))
                .doesNotContain("51.5", "0.1278", "xyz", "loci", "udta", "location", "uuid", "Nia", "Somewhere");
        assertThat(copy.bytes()).hasSameSizeAs(film);
        // Both tables still lead to what one sees and hears, and nothing says when it was made.
        assertThat(tracks(copy.bytes())).containsExactly(Filmed.SEEN, Filmed.SEEN, Filmed.HEARD);
        assertThat(words(film)).contains(Filmed.MADE);
        assertThat(words(copy.bytes())).doesNotContain(Filmed.MADE);
    }

    @Test
    void a_film_that_cannot_be_cleaned_is_not_played() {
        byte[] film = Filmed.film("isom", true);
        assertThat(Shown.of(FileType.MP4, Arrays.copyOf(film, film.length / 2))).isEmpty();
        assertThat(Shown.of(FileType.MP4, Arrays.copyOf(film, 20))).isEmpty();
        // Where a track's table says that its bytes are, there is no file.
        byte[] odd = film.clone();
        ByteBuffer.wrap(odd).putInt(words(film).indexOf("stco") + 12, 1_000_000);
        assertThat(Shown.of(FileType.MP4, odd)).isEmpty();
        // In pieces, with a track that nobody may see.
        byte[] pieces = Filmed.join(film, Filmed.box("moof", Filmed.box("mfhd", new byte[8])));
        assertThat(Shown.of(FileType.MP4, pieces)).isEmpty();
    }

    @Test
    void no_file_that_claims_too_much_keeps_the_server_busy() {
        byte[] film = Filmed.film("isom", true);
        byte[] odd = film.clone();
        int sizes = words(film).indexOf("stsz");
        ByteBuffer.wrap(odd).putInt(sizes + 12, Integer.MAX_VALUE);
        ByteBuffer.wrap(odd).putInt(words(film).indexOf("stsc") + 16, Integer.MAX_VALUE);
        assertThat(Shown.of(FileType.MP4, odd)).isEmpty();
    }

    @Test
    void whatever_byte_is_wrong_nothing_of_the_place_is_shown() {
        byte[] film = Filmed.film("isom", false);
        for (int at = 0; at < film.length; at++) {
            byte[] odd = film.clone();
            odd[at] ^= 0x55;
            Shown.of(FileType.MP4, odd)
                    .ifPresent(copy -> assertThat(words(copy.bytes())).doesNotContain("loci", "\u00A9xyz", "Nia"));
        }
    }

    @Test
    void a_sound_is_heard_without_the_notes_around_it() {
        byte[] mp3 = Filmed.mp3();
        assertThat(Sniffer.of(mp3)).isEqualTo(FileType.MP3);
        Shown sound = Shown.of(FileType.MP3, mp3).orElseThrow();
        assertThat(words(sound.bytes()))
                .startsWith("\u00FF\u00FB")
                .contains(Filmed.HEARD)
                .doesNotContain("51.5", "ID3", "APE", "TAG");

        byte[] wave = Filmed.wave();
        assertThat(Sniffer.of(wave)).isEqualTo(FileType.WAV);
        Shown clean = Shown.of(FileType.WAV, wave).orElseThrow();
        assertThat(words(clean.bytes())).contains(Filmed.HEARD, "fmt ").doesNotContain("51.5", "LIST");
        assertThat(clean.bytes()).hasSameSizeAs(wave);
        assertThat(Shown.of(FileType.WAV, Arrays.copyOf(wave, wave.length - 4))).isEmpty();
    }

    @Test
    void what_nothing_here_can_clean_is_not_shown() {
        byte[] heic = Filmed.heic();
        assertThat(Sniffer.of(heic)).isEqualTo(FileType.HEIC);
        assertThat(Stream.of(FileType.HEIC, FileType.OGG, FileType.PDF, FileType.VCARD, FileType.OTHER)
                        .flatMap(type -> Shown.of(type, heic).stream()))
                .isEmpty();
    }

    /** What the tables of all tracks lead to, read again by hand. */
    private static List<String> tracks(byte[] film) {
        var boxes = new Boxes(ByteBuffer.wrap(film));
        return boxes.in(0, film.length).stream()
                .filter(box -> box.name().equals("moov"))
                .flatMap(movie -> boxes.in(movie).stream())
                .filter(box -> box.name().equals("trak"))
                .map(track -> boxes.find(track, "mdia", "minf", "stbl").orElseThrow())
                .flatMap(table -> {
                    int chunks = boxes.find(table, "stco").orElseThrow().body() + 4;
                    int length = boxes.bytes()
                            .getInt(boxes.find(table, "stsz").orElseThrow().body() + 4);
                    return Stream.iterate(0, one -> one < boxes.bytes().getInt(chunks), one -> one + 1)
                            .map(one -> new String(
                                    film,
                                    boxes.bytes().getInt(chunks + 4 + 4 * one),
                                    length,
                                    StandardCharsets.ISO_8859_1));
                })
                .toList();
    }

    private static String words(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
