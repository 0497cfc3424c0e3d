package org.rung.checkin.door;

import org.rung.openpages.OpenChain;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** A host comes by a link that nobody guesses, without a session; the page may run our own script and nothing else. */
@Configuration(proxyBeanMethods = false)
class DoorChainConfiguration {
    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";

    @Bean
    @Order(0)
    SecurityFilterChain doorPages(HttpSecurity http) {
        return OpenChain.of(http, CONTENT, "/door/**");
    }
}
