package org.rung.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rung.common.PhoneNumber;
import org.rung.consent.ConsentKind;
import org.rung.people.Address;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;

class ChoosingTest {
    private static final Instant OLD = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NEW = Instant.parse("2026-06-01T00:00:00Z");
    private static final PhoneNumber ONE = new PhoneNumber("+15105550101");
    private static final PhoneNumber TWO = new PhoneNumber("+15105550102");

    private static Supporter person(
            String first, String email, String city, String postalCode, Instant at, PhoneNumber... phones) {
        return new Supporter(
                new SupporterId(at.getEpochSecond()),
                first,
                "Ruiz",
                email,
                postalCode,
                city,
                "",
                "US",
                Optional.<ZoneId>empty(),
                "en",
                "list of " + at,
                Address.NONE,
                Arrays.asList(phones),
                List.of(),
                Map.of(),
                at,
                at);
    }

    private static Side phone(@Nullable ConsentKind kept, @Nullable ConsentKind gone) {
        var one = person("Ana", "", "", "", OLD, ONE);
        var two = person("Ana", "", "", "", NEW, TWO);
        var consents = new HashMap<PhoneNumber, ConsentKind>();
        if (kept != null) consents.put(ONE, kept);
        if (gone != null) consents.put(TWO, gone);
        return Choosing.proposed(one, two, consents).get(Part.PHONE);
    }

    @Test
    void the_number_that_stopped_comes_first_then_one_that_may_be_texted_then_the_newer() {
        assertThat(phone(ConsentKind.OPTED_OUT, ConsentKind.OPTED_IN)).isEqualTo(Side.KEPT);
        assertThat(phone(ConsentKind.OPTED_IN, ConsentKind.OPTED_OUT)).isEqualTo(Side.GONE);
        assertThat(phone(ConsentKind.OPTED_IN, null)).isEqualTo(Side.KEPT);
        assertThat(phone(null, ConsentKind.OPTED_IN)).isEqualTo(Side.GONE);
        assertThat(phone(ConsentKind.WRONG_NUMBER, ConsentKind.OPTED_IN)).isEqualTo(Side.GONE);
        assertThat(phone(null, null)).isEqualTo(Side.GONE);
    }

    @Test
    void an_initial_gives_way_to_a_name_and_an_empty_value_to_any() {
        var kept = person("Juan", "", "Oakland", "94601", OLD, ONE);
        var gone = person("J.", "j@example.org", "Oakland", "", NEW);
        assertThat(Choosing.proposed(kept, gone, Map.of()))
                .containsEntry(Part.FIRST_NAME, Side.KEPT)
                .containsEntry(Part.EMAIL, Side.GONE)
                .containsEntry(Part.PLACE, Side.KEPT)
                .containsEntry(Part.SOURCE, Side.KEPT)
                .containsEntry(Part.PHONE, Side.KEPT);
    }

    @Test
    void of_two_names_that_differ_the_newer_stays() {
        assertThat(Choosing.proposed(person("Ana", "", "", "", OLD), person("Bo", "", "", "", NEW), Map.of()))
                .containsEntry(Part.FIRST_NAME, Side.GONE);
        assertThat(Choosing.proposed(person("Ana", "", "", "", NEW), person("Bo", "", "", "", OLD), Map.of()))
                .containsEntry(Part.FIRST_NAME, Side.KEPT)
                .containsEntry(Part.SOURCE, Side.GONE);
    }

    @Test
    void whoever_chooses_the_empty_one_keeps_the_other() {
        var united = Choosing.united(
                person("", "", "", "", OLD, ONE),
                person("Ana", "", "Oakland", "", NEW, TWO, ONE),
                Map.of(Part.FIRST_NAME, Side.KEPT, Part.PHONE, Side.GONE),
                Map.of());
        assertThat(united.firstName()).isEqualTo("Ana");
        assertThat(united.city()).isEqualTo("Oakland");
        assertThat(united.phones()).containsExactly(TWO, ONE);
    }
}
