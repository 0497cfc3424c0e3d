package org.rung.accounts.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class PasskeyOriginTest {
    @Test
    void an_origin_is_written_as_browsers_write_it() {
        assertThat(PasskeyDoor.origin(URI.create("https://rung.example.org"))).isEqualTo("https://rung.example.org");
        assertThat(PasskeyDoor.origin(URI.create("https://rung.example.org:443/base")))
                .isEqualTo("https://rung.example.org");
        assertThat(PasskeyDoor.origin(URI.create("http://localhost:8080"))).isEqualTo("http://localhost:8080");
    }
}
