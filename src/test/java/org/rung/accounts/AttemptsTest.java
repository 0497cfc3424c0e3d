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
    void the_eleventh_wrong_password_of_an_account_waits_and_a_later_one_is_taken() {
        for (int i = 0; i < Attempts.FOR_AN_ACCOUNT; i++) {
            assertThat(attempts.begin(dana, "192.0.2." + i).refused()).isEmpty();
        }

        var refused = attempts.begin(dana, "192.0.2.99").refused();

        assertThat(refused)
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMinutes(1), Attempts.WINDOW));
        clock.tick(refused.orElseThrow());
        assertThat(attempts.begin(dana, "192.0.2.99").refused()).isEmpty();
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
    void a_right_password_clears_the_account() {
        for (int i = 0; i < Attempts.FOR_AN_ACCOUNT - 1; i++) attempts.begin(dana, "192.0.2.1");

        attempts.begin(dana, "192.0.2.1").succeeded();

        for (int i = 0; i < Attempts.FOR_AN_ACCOUNT; i++) {
            assertThat(attempts.begin(dana, "192.0.2.3").refused()).isEmpty();
        }
    }
}
