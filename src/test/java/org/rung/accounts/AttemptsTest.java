package org.rung.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rung.cast.TestClock;

class AttemptsTest {
    private final TestClock clock = new TestClock();
    private final Attempts attempts = new Attempts(clock);
    private final EmailAddress dana = new EmailAddress("dana@example.org");

    @Test
    void the_eleventh_wrong_password_from_one_address_waits_and_a_later_one_is_taken() {
        for (int i = 0; i < Attempts.FOR_BOTH; i++) {
            var attempt = attempts.begin(dana, "192.0.2.1");
            assertThat(attempt.refused()).isEmpty();
            assertThat(attempt.wasTheLast()).isEqualTo(i == Attempts.FOR_BOTH - 1);
        }

        var refused = attempts.begin(dana, "192.0.2.1").refused();

        assertThat(refused)
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMinutes(1), Attempts.WINDOW));
        assertThat(attempts.begin(dana, "192.0.2.2").refused())
                .as("from elsewhere")
                .isEmpty();
        clock.tick(refused.orElseThrow());
        assertThat(attempts.begin(dana, "192.0.2.1").refused()).isEmpty();
    }

    @Test
    void many_addresses_get_a_hundred_guesses_and_the_owner_comes_in_from_where_they_were_before() {
        attempts.begin(dana, "198.51.100.7").succeeded();
        for (int i = 0; i < Attempts.FOR_AN_ACCOUNT; i++)
            assertThat(attempts.begin(dana, "192.0.2." + i).refused()).isEmpty();

        assertThat(attempts.begin(dana, "192.0.2.200").refused()).isPresent();
        assertThat(attempts.begin(dana, "198.51.100.7").refused()).isEmpty();
        assertThat(attempts.begin(new EmailAddress("else@example.org"), "192.0.2.200")
                        .refused())
                .isEmpty();
    }

    @Test
    void one_address_cannot_try_many_accounts() {
        for (int i = 0; i < Attempts.FOR_AN_ADDRESS; i++) {
            assertThat(attempts.begin(new EmailAddress("x" + i + "@example.org"), "192.0.2.1")
                            .refused())
                    .isEmpty();
        }

        assertThat(attempts.begin(dana, "192.0.2.1").refused()).isPresent();
        assertThat(attempts.begin(dana, "192.0.2.2").refused()).isEmpty();
    }

    @Test
    void a_right_password_clears_what_went_wrong_before() {
        for (int i = 0; i < Attempts.FOR_BOTH - 1; i++) attempts.begin(dana, "192.0.2.1");

        attempts.begin(dana, "192.0.2.1").succeeded();

        for (int i = 0; i < Attempts.FOR_BOTH; i++) {
            assertThat(attempts.begin(dana, "192.0.2.1").refused()).isEmpty();
        }
    }
}
