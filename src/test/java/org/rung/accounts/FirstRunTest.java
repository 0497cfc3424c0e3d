package org.rung.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.springframework.beans.factory.annotation.Autowired;

@RungTest
class FirstRunTest {
    @Autowired
    FirstRun firstRun;

    @Autowired
    Organizations organizations;

    @Test
    void the_link_makes_an_organization_once_and_never_beside_another_one() {
        var link = firstRun.link();
        var word = link.substring(link.lastIndexOf('/') + 1);

        // Other tests of this run may have founded theirs before: then not even the first use is taken.
        if (organizations.none()) {
            assertThat(found(word).email()).endsWith("@example.org");
        } else {
            assertThatThrownBy(() -> found(word)).isInstanceOf(Problem.Missing.class);
        }

        assertThat(firstRun.open(word)).isFalse();
        assertThatThrownBy(() -> found(word)).isInstanceOf(Problem.Missing.class);
    }

    @Test
    void a_guessed_word_opens_nothing() {
        assertThat(firstRun.open("guessed")).isFalse();
    }

    private Member found(String word) {
        return firstRun.found(
                word,
                "First",
                "US",
                ZoneId.of("America/New_York"),
                "Ada",
                "a" + Id.next() + "@example.org",
                Founding.PASSWORD);
    }
}
