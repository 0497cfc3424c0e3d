package org.rung.links.door;

import org.rung.openpages.OpenChain;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Short links are open to everyone and know nobody: no session, no cookie, nothing kept. */
@Configuration(proxyBeanMethods = false)
class LinkChainConfiguration {
    /** No word on form-action: browsers apply it to where the pressed button leads on, which is another site. */
    private static final String CONTENT =
            "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(0)
    SecurityFilterChain shortLinks(HttpSecurity http) {
        return OpenChain.of(http, CONTENT, "/l/**");
    }
}
