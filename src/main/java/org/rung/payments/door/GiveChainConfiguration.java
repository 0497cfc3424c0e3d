package org.rung.payments.door;

import org.rung.openpages.OpenChain;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Pages to give on are open to everyone and know nobody: no session, no cookie, no script. */
@Configuration(proxyBeanMethods = false)
class GiveChainConfiguration {
    /** A form may lead on to the provider's page, whose name an organization may have made its own. */
    private static final String CONTENT = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:;"
            + " form-action 'self' https:; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(0)
    SecurityFilterChain givePages(HttpSecurity http) {
        return OpenChain.of(http, CONTENT, "/give/**", "/g/**", "/monthly/**");
    }
}
