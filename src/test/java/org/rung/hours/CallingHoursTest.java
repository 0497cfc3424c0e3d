package org.rung.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rung.common.PhoneNumber;

class CallingHoursTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-09");
    private static final LocalDate SUNDAY = LocalDate.parse("2026-11-08");

    @Test
    void florida_sleeps_an_hour_before_the_rest() {
        assertThat(on(MONDAY, "US-FL")).containsExactly(Span.of("8:00-20:00"));
        assertThat(on(MONDAY, "US-CA")).containsExactly(Span.of("8:00-21:00"));
    }

    @Test
    void texas_begins_its_sundays_at_noon() {
        assertThat(on(SUNDAY, "US-TX")).containsExactly(Span.of("12:00-21:00"));
        assertThat(on(MONDAY, "US-TX")).containsExactly(Span.of("9:00-21:00"));
    }

    @Test
    void a_day_of_rest_and_a_holiday_have_no_hours() {
        assertThat(on(SUNDAY, "US-AL")).isEmpty();
        assertThat(on(LocalDate.parse("2026-11-26"), "US-AL")).isEmpty();
        // Independence Day of 2026 is a Saturday: the Friday before is kept too.
        assertThat(on(LocalDate.parse("2026-07-03"), "US-UT")).isEmpty();
        assertThat(on(LocalDate.parse("2026-11-26"), "US-FL")).isNotEmpty();
    }

    @Test
    void easter_moves_and_its_days_with_it() {
        assertThat(on(LocalDate.parse("2026-04-03"), "DE")).isEmpty();
        assertThat(on(LocalDate.parse("2026-04-06"), "DE")).isEmpty();
        assertThat(on(LocalDate.parse("2026-04-07"), "DE")).containsExactly(Span.of("8:00-21:00"));
        assertThat(on(LocalDate.parse("2027-03-29"), "AU")).isEmpty();
    }

    @Test
    void france_rests_at_noon() {
        assertThat(on(MONDAY, "FR")).containsExactly(Span.of("10:00-13:00"), Span.of("14:00-20:00"));
    }

    @Test
    void where_several_remain_the_strictest_of_all_holds() {
        assertThat(on(SUNDAY, "US-GA", "US-AL")).isEmpty();
        assertThat(on(MONDAY, "US-KY", "US-FL")).containsExactly(Span.of("10:00-20:00"));
        assertThat(on(MONDAY, "US-*")).containsExactly(Span.of("10:00-18:00"));
        assertThat(on(SUNDAY, "US-*")).isEmpty();
    }

    @Test
    void a_place_without_a_law_leaves_the_whole_day() {
        assertThat(on(SUNDAY, "KE")).hasSize(1);
        assertThat(CallingHours.on(SUNDAY, List.of())).hasSize(1);
    }

    @Test
    void the_postal_code_says_where_someone_lives_before_their_number_does() {
        assertThat(of("US", "33101", "+14155550132")).containsExactly("US-FL");
        assertThat(of("US", "79936", "+14155550132")).containsExactly("US-TX");
        assertThat(of("CA", "M5V 2T6", "+14155550132")).containsExactly("CA");
    }

    @Test
    void the_numbers_area_says_it_where_no_postal_code_does() {
        assertThat(of("US", "", "+13055550132")).containsExactly("US-FL");
        assertThat(of("US", "", "+12125550132")).containsExactly("US-NY");
        assertThat(of("US", "", "+12065550132")).containsExactly("US-WA");
        assertThat(of("US", "", "+12025550132")).containsExactly("US-DC");
        assertThat(of("US", "", "+14165550132")).containsExactly("CA");
        assertThat(of("US", "", "+493012345678")).containsExactly("DE");
    }

    @Test
    void a_number_of_no_state_may_be_in_any() {
        assertThat(of("US", "", "+18005550132")).containsExactly("US-*");
    }

    private static List<Span> on(LocalDate day, String... places) {
        return CallingHours.on(day, List.of(places).stream().map(Place::new).toList());
    }

    private static List<String> of(String country, String postalCode, String phone) {
        return Places.of(country, postalCode, new PhoneNumber(phone)).stream()
                .map(Place::code)
                .toList();
    }
}
