package org.rung.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MergeTextTest {
    private static final Map<String, String> MAYA =
            Map.of("firstName", "Maya", "lastName", "", "city", "Oakland", "field.block", "7 East");

    @Test
    void fields_become_what_the_person_has() {
        assertThat(MergeText.render("Hi {firstName|there} of {city} ({field.block})", MAYA))
                .isEqualTo("Hi Maya of Oakland (7 East)");
    }

    @Test
    void an_empty_value_gives_the_fallback() {
        assertThat(MergeText.render("Hi {lastName|friend}, {nobody|hello there}", MAYA))
                .isEqualTo("Hi friend, hello there");
    }

    @Test
    void an_empty_value_without_fallback_leaves_no_hole() {
        assertThat(MergeText.render("Hi {lastName}, it's us", MAYA)).isEqualTo("Hi, it's us");
        assertThat(MergeText.render("Hi {lastName} it's us", MAYA)).isEqualTo("Hi it's us");
        assertThat(MergeText.render("{lastName}, it's us", MAYA)).isEqualTo("it's us");
        assertThat(MergeText.render("It's us, {lastName}", MAYA)).isEqualTo("It's us,");
        assertThat(MergeText.render("{lastName}", MAYA)).isEmpty();
        assertThat(MergeText.render("Hi {firstName} {lastName}!", MAYA)).isEqualTo("Hi Maya!");
        assertThat(MergeText.render("Hi {lastName} {lastName} you", MAYA)).isEqualTo("Hi you");
    }

    @Test
    void what_people_are_called_is_never_read_as_a_template() {
        var hostile = Map.of(
                "firstName",
                "{texter.firstName}",
                "lastName",
                "$1 \\0 {",
                "city",
                "a\n\tb\u0000\u0007c",
                "texter.firstName",
                "Dana");
        assertThat(MergeText.render("{firstName}|{lastName}|{city}|{texter.firstName}", hostile))
                .isEqualTo("{texter.firstName}|$1 \\0 {|a b c|Dana");
    }

    @Test
    void a_value_pasted_into_the_wrong_column_is_cut() {
        assertThat(MergeText.render("{firstName}", Map.of("firstName", "🙂".repeat(400))))
                .isEqualTo("🙂".repeat(100));
    }

    @Test
    void unknown_fields_and_lonely_braces_are_found_where_they_stand() {
        var known = Set.copyOf(MergeText.FIELDS);
        assertThat(MergeText.flaws("Hi {firstName|there} and {texter.firstName}", known))
                .isEmpty();
        assertThat(MergeText.flaws("Hi {fristName}!", known))
                .containsExactly(new MergeFlaw(MergeFlaw.Kind.UNKNOWN_FIELD, 3, "{fristName}"));
        assertThat(MergeText.flaws("Hi {firstName and {city}} 5}", known))
                .extracting(MergeFlaw::kind, MergeFlaw::at)
                .containsExactly(
                        tuple(MergeFlaw.Kind.BROKEN_BRACE, 3),
                        tuple(MergeFlaw.Kind.BROKEN_BRACE, 24),
                        tuple(MergeFlaw.Kind.BROKEN_BRACE, 27));
        assertThat(MergeText.flaws("{}{ }{1x}{a b}", known)).hasSize(4);
    }

    @Test
    void the_pieces_together_are_the_text() {
        for (var text :
                new String[] {"", "plain", "{", "}", "{}", "a{b|c}d{e}{f", "}}{{", "{firstName|{x}}", "🙂{city}🙂"})
            assertThat(MergeText.pieces(text).stream().map(MergePiece::stored).collect(Collectors.joining()))
                    .isEqualTo(text);
    }

    @Test
    void a_screen_learns_which_words_came_from_a_field() {
        assertThat(MergeText.fill("Hi {firstName|there}!", MAYA))
                .extracting(MergeFilled::text, filled -> filled.field().orElse(""))
                .containsExactly(tuple("Hi ", ""), tuple("Maya", "firstName"), tuple("!", ""));
    }
}
