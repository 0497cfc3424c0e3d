package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rung.common.PhoneNumber;

class RecipientZonesTest {

    private static final Instant AUTUMN = Instant.parse("2026-10-13T17:00:00Z");
    private static final Instant WINTER = Instant.parse("2026-12-13T17:00:00Z");

    private static final RecipientZones.Home OAKLAND = home("US", "America/Los_Angeles");
    private static final RecipientZones.Home MOSCOW = home("RU", "Europe/Moscow");
    private static final RecipientZones.Home SYDNEY = home("AU", "Australia/Sydney");
    private static final RecipientZones.Home DELHI = home("IN", "Asia/Kolkata");

    private static RecipientZones.Home home(String country, String zone) {
        return new RecipientZones.Home(country, ZoneId.of(zone), LocalTime.of(9, 0), LocalTime.of(20, 30));
    }

    private static RecipientZones of(RecipientZones.Home home, String postalCode, String phone, Instant today) {
        return RecipientZones.of(Optional.empty(), home.country(), postalCode, new PhoneNumber(phone), home, today);
    }

    @Test
    void a_persons_own_zone_comes_before_all() {
        var zones = RecipientZones.of(
                Optional.of(ZoneId.of("Asia/Tokyo")), "US", "94607", new PhoneNumber("+15105550132"), OAKLAND, AUTUMN);

        assertThat(zones.zones()).containsExactly(ZoneId.of("Asia/Tokyo"));
        assertThat(zones.flagged()).isFalse();
    }

    @Test
    void a_postal_code_comes_before_the_number() {
        assertThat(of(OAKLAND, "10003", "+15105550132", AUTUMN).zones()).containsExactly(ZoneId.of("America/New_York"));
    }

    @Test
    void a_postal_code_across_a_border_counts_on_both_sides() {
        assertThat(of(OAKLAND, "37402", "+15105550132", AUTUMN).zones())
                .containsExactlyInAnyOrder(ZoneId.of("America/New_York"), ZoneId.of("America/Chicago"));
    }

    @Test
    void the_numbers_area_helps_where_nothing_else_is_known() {
        assertThat(of(OAKLAND, "", "+15105550132", AUTUMN).zones()).containsExactly(ZoneId.of("America/Los_Angeles"));
    }

    @Test
    void a_freephone_number_stays_in_the_organizations_country() {
        var zones = of(OAKLAND, "", "+18005550132", AUTUMN);

        assertThat(zones.zones())
                .contains(ZoneId.of("America/New_York"), ZoneId.of("Pacific/Honolulu"))
                .doesNotContain(ZoneId.of("Pacific/Guam"), ZoneId.of("America/St_Johns"));
        assertThat(zones.flagged()).isFalse();
        assertThat(RecipientZones.openTogether(zones.zones(), OAKLAND, AUTUMN)).isEqualTo(Duration.ofMinutes(330));
    }

    @Test
    void a_russian_mobile_could_be_in_eleven_zones_so_the_organizations_stands_in() {
        var zones = of(MOSCOW, "", "+79161234567", AUTUMN);

        assertThat(zones.zones()).containsExactly(ZoneId.of("Europe/Moscow"));
        assertThat(zones.flagged()).isTrue();
    }

    @Test
    void an_australian_mobile_is_not_taken_for_christmas_island() {
        var zones = of(SYDNEY, "", "+61412345678", AUTUMN);

        assertThat(zones.zones()).contains(ZoneId.of("Australia/Perth")).doesNotContain(ZoneId.of("Indian/Christmas"));
        assertThat(zones.flagged()).isFalse();
    }

    @Test
    void arizona_does_not_move_its_clocks() {
        var zone = of(OAKLAND, "85004", "+16025550132", WINTER).zones();

        assertThat(zone).containsExactly(ZoneId.of("America/Phoenix"));
        assertThat(of(OAKLAND, "86503", "+19285550132", AUTUMN).zones()).containsExactly(ZoneId.of("America/Denver"));
    }

    @Test
    void half_hours_count() {
        var kolkata = of(DELHI, "110001", "+919812345678", AUTUMN);

        assertThat(kolkata.zones()).containsExactly(ZoneId.of("Asia/Kolkata"));
        assertThat(RecipientZones.openTogether(
                        java.util.List.of(ZoneId.of("Asia/Kolkata"), ZoneId.of("Asia/Kathmandu")), DELHI, AUTUMN))
                .isEqualTo(Duration.ofMinutes(11 * 60 + 15));
    }

    @Test
    void hours_across_midnight_utc_are_one_stretch() {
        assertThat(RecipientZones.openTogether(
                        java.util.List.of(ZoneId.of("Pacific/Auckland"), ZoneId.of("Australia/Sydney")),
                        SYDNEY,
                        AUTUMN))
                .isEqualTo(Duration.ofMinutes(9 * 60 + 30));
    }

    @Test
    void one_short_evening_zone_is_not_vague() {
        var evening = new RecipientZones.Home(
                "US", ZoneId.of("America/Los_Angeles"), LocalTime.of(17, 0), LocalTime.of(20, 0));

        assertThat(RecipientZones.of(Optional.empty(), "US", "10003", new PhoneNumber("+12125550132"), evening, AUTUMN)
                        .flagged())
                .isFalse();
    }
}
