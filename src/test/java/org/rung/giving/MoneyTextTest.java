package org.rung.giving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.rung.common.Problem;

class MoneyTextTest {
    @Test
    void amounts_are_read_as_people_write_them() {
        assertThat(minor("25", "USD")).isEqualTo(2_500);
        assertThat(minor("$1,234.50", "USD")).isEqualTo(123_450);
        assertThat(minor("1.234,50 EUR", "EUR")).isEqualTo(123_450);
        assertThat(minor("1,234", "USD")).isEqualTo(123_400);
        assertThat(minor("1.234.567", "EUR")).isEqualTo(123_456_700);
        assertThat(minor("12,5", "EUR")).isEqualTo(1_250);
        assertThat(minor(".50", "USD")).isEqualTo(50);
        assertThat(minor("25.000", "KWD")).isEqualTo(25_000);
        assertThat(minor("1,234,567.89", "USD")).isEqualTo(123_456_789);
        assertThat(minor("10.00", "JPY")).isEqualTo(10);
    }

    @Test
    void currencies_without_and_with_three_digits_keep_theirs() {
        assertThat(minor("1200", "JPY")).isEqualTo(1_200);
        assertThat(minor("1,200", "JPY")).isEqualTo(1_200);
        assertThat(minor("1.234", "KWD")).isEqualTo(1_234);
        assertThat(MoneyText.decimal(1_234, "KWD")).hasToString("1.234");
        assertThat(MoneyText.decimal(1_200, "JPY")).hasToString("1200");
        assertThat(MoneyText.say(123_450, "USD", Locale.ENGLISH)).isEqualTo("$1,234.50");
    }

    @Test
    void what_is_no_amount_is_refused() {
        for (String wrong : List.of(
                "", "-5", "abc", "1.2.3", "0", "0.00", "12.345", "25.000", "1e5", "99999999999999999999", "1,23,4"))
            assertThatThrownBy(() -> MoneyText.read(wrong, "USD")).as(wrong).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> MoneyText.read("1.5", "JPY")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> MoneyText.read("5", "XXX")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> MoneyText.read("5", "usd")).isInstanceOf(Problem.Invalid.class);
    }

    private static long minor(String written, String currency) {
        return MoneyText.read(written, currency).minor();
    }
}
