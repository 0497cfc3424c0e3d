package org.rung.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldedNameTest {
    @Test
    void accents_case_and_spaces_make_no_other_person() {
        assertThat(new FoldedName(" José ")).isEqualTo(new FoldedName("jose"));
        assertThat(new FoldedName("ÅSA").text()).isEqualTo("asa");
        assertThat(new FoldedName("Ｍary").text()).as("full-width letters").isEqualTo("mary");
        assertThat(new FoldedName("Ñandú").text()).isEqualTo("nandu");
    }

    @Test
    void a_missing_name_matches_every_name_and_another_name_does_not() {
        assertThat(new FoldedName("  ").isMissing()).isTrue();
        assertThat(new FoldedName("").matches(new FoldedName("Ana"))).isTrue();
        assertThat(new FoldedName("Ana").matches(new FoldedName("Ben"))).isFalse();
    }

    @Test
    void what_is_stored_fits_its_column() {
        assertThat(new FoldedName("ﷺ".repeat(80))
                        .text()
                        .codePointCount(0, new FoldedName("ﷺ".repeat(80)).text().length()))
                .isEqualTo(80);
    }

    @Test
    void keys_of_columns_are_plain_and_stable() {
        assertThat(FieldKey.of("Union Local #").text()).isEqualTo("union_local");
        assertThat(FieldKey.of("  Año de nacimiento ").text()).isEqualTo("ano_de_nacimiento");
        assertThat(FieldKey.of("電話").text())
                .isEqualTo(FieldKey.of(" 電話").text())
                .matches("field_[0-9a-f]+");
    }
}
