package org.rung.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rung.common.Problem;
import org.rung.settings.RungSettings;

class SecretsTest {
    private static final String OLD = "an-old-key-that-is-long-enough-to-be-taken";
    private static final String NEW = "a-new-key-that-is-long-enough-to-be-taken-too";

    @Test
    void what_was_sealed_opens_again_and_never_looks_the_same() {
        var secrets = with(OLD);

        var sealed = secrets.seal("auth-token");

        assertThat(secrets.open(sealed)).isEqualTo("auth-token");
        assertThat(sealed).doesNotContain("auth-token").isNotEqualTo(secrets.seal("auth-token"));
    }

    @Test
    void after_a_change_of_keys_the_old_one_still_opens_and_the_new_one_seals() {
        var sealedBefore = with(OLD).seal("auth-token");
        var rotated = with(NEW, OLD);

        assertThat(rotated.open(sealedBefore)).isEqualTo("auth-token");
        assertThat(with(NEW).open(rotated.seal("other"))).isEqualTo("other");
    }

    @Test
    void a_key_that_is_gone_is_named_as_the_reason() {
        var sealed = with(OLD).seal("auth-token");

        assertThatThrownBy(() -> with(NEW).open(sealed))
                .isInstanceOf(Problem.Refused.class)
                .hasMessageContaining("RUNG_SECRET_KEY");
    }

    @Test
    void a_changed_letter_is_noticed() {
        var sealed = with(OLD).seal("auth-token");
        var middle = sealed.length() - 6;
        var other = sealed.charAt(middle) == 'A' ? 'B' : 'A';

        assertThatThrownBy(() -> with(OLD).open(sealed.substring(0, middle) + other + sealed.substring(middle + 1)))
                .isInstanceOf(Problem.Refused.class);
    }

    private static Secrets with(String... keys) {
        return new Secrets(
                new RungSettings(Path.of("target"), 0, URI.create("http://localhost"), false, false, List.of(keys)));
    }
}
