package org.rung.circle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.rung.common.Problem;

class VcardFileTest {

    @Test
    void version_2_1_with_quoted_printable_and_old_types_is_read() {
        assertThat(read("""
                        BEGIN:VCARD
                        VERSION:2.1
                        N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Nu=C3=B1ez;Mar=C3=ADa;;;
                        FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Mar=C3=ADa=20Nu=
                        =C3=B1ez
                        TEL;HOME:510-555-0100
                        TEL;CELL;PREF:(510) 555-0132
                        TEL;FAX:510-555-0199
                        END:VCARD
                        """)).containsExactly(entry("María", "Nuñez", "(510) 555-0132", "510-555-0100"));
    }

    @Test
    void version_3_as_phones_write_it_is_read_with_its_groups_and_folded_lines() {
        assertThat(read("""
                        BEGIN:VCARD
                        VERSION:3.0
                        PRODID:-//Apple Inc.//iPhone OS 17.0//EN
                        N:Okafor;Maya;;;
                        FN:Maya Okafor
                        item1.TEL;type=pref:+1 510 555 0101
                        item1.X-ABLabel:_$!<HomeFAX>!$_
                        TEL;type=CELL;type=VOICE:+1 (510)
                          555-0102
                        PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD
                        NOTE:knows everyone\\, really
                        END:VCARD
                        """)).containsExactly(entry("Maya", "Okafor", "+1 (510) 555-0102", "+1 510 555 0101"));
    }

    @Test
    void version_4_with_numbers_as_addresses_is_read() {
        assertThat(read("""
                        BEGIN:VCARD
                        VERSION:4.0
                        FN:Sam de la Cruz
                        TEL;VALUE=uri;TYPE="voice,home":tel:+1-510-555-0103
                        TEL;VALUE=uri;PREF=1;TYPE=cell:tel:+1-510-555-0104
                        END:VCARD
                        """)).containsExactly(entry("Sam", "de la Cruz", "+1-510-555-0104", "+1-510-555-0103"));
    }

    @Test
    void a_card_without_a_name_has_its_nickname_or_its_organization_and_one_without_a_number_has_none() {
        assertThat(read("""
                        BEGIN:VCARD
                        VERSION:3.0
                        NICKNAME:Abuela
                        TEL:5105550105
                        END:VCARD
                        BEGIN:VCARD
                        VERSION:3.0
                        N:;;;;
                        FN:
                        ORG:Corner Bakery;
                        TEL:5105550106
                        END:VCARD
                        BEGIN:VCARD
                        VERSION:3.0
                        TEL:5105550107
                        END:VCARD
                        BEGIN:VCARD
                        VERSION:3.0
                        FN:Nobody Callable
                        EMAIL:nobody@example.org
                        END:VCARD
                        """))
                .containsExactly(
                        entry("Abuela", "", "5105550105"),
                        entry("Corner", "Bakery", "5105550106"),
                        entry("", "", "5105550107"),
                        entry("Nobody", "Callable"));
    }

    @Test
    void letters_survive_in_the_encodings_that_address_books_write() {
        String card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë Núñez\r\nTEL:5105550108\r\nEND:VCARD\r\n";
        for (Charset charset :
                List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, Charset.forName("windows-1252"))) {
            assertThat(VcardFile.read(card.getBytes(charset), 10))
                    .as(charset.name())
                    .containsExactly(entry("Zoë", "Núñez", "5105550108"));
        }
        assertThat(VcardFile.read(("\ufeff" + card).getBytes(StandardCharsets.UTF_8), 10))
                .hasSize(1);
    }

    @Test
    void what_is_no_address_book_says_what_to_do() {
        assertSays(new byte[0], "has no contact in it");
        assertSays("name,phone\nMaya,5105550100\n".getBytes(StandardCharsets.UTF_8), "has no contact in it");
        var noise = new byte[10_000];
        new java.util.Random(7).nextBytes(noise);
        assertSays(noise, "has no contact in it");
        var cut = "BEGIN:VCARD\nVERSION:3.0\nFN:Half".getBytes(StandardCharsets.UTF_8);
        assertThat(VcardFile.read(cut, 10)).as("cut short").containsExactly(entry("Half", ""));
    }

    @Test
    void one_card_too_many_is_said_before_anything_is_added() {
        String card = "BEGIN:VCARD\nVERSION:3.0\nFN:Maya\nTEL:5105550100\nEND:VCARD\n";

        assertThat(VcardFile.read(card.repeat(3).getBytes(StandardCharsets.UTF_8), 3))
                .hasSize(3);
        assertThatThrownBy(() -> VcardFile.read(card.repeat(4).getBytes(StandardCharsets.UTF_8), 3))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("more than 3 cards");
    }

    @Test
    void a_name_with_line_breaks_or_without_end_becomes_one_line_of_a_length_that_fits() {
        assertThat(PersonName.of("  Ana\n\t Reyes\u00a0Soto ")).isEqualTo(new PersonName("Ana", "Reyes Soto"));
        assertThat(PersonName.of("x".repeat(500)).first()).hasSize(PersonName.LONGEST);
        assertThat(new PersonName("", "Okafor")).isEqualTo(new PersonName("Okafor", ""));
    }

    private static void assertSays(byte[] file, String words) {
        assertThatThrownBy(() -> VcardFile.read(file, 10))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        problem -> assertThat(problem.in(Locale.ENGLISH)).contains(words));
    }

    private static List<AddressEntry> read(String file) {
        return VcardFile.read(file.getBytes(StandardCharsets.UTF_8), 100);
    }

    private static AddressEntry entry(String first, String last, String... numbers) {
        return new AddressEntry(new PersonName(first, last), List.of(numbers));
    }
}
