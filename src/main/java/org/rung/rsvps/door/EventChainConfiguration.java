package org.rung.rsvps.door;

import org.rung.maps.PlainMap;
import org.rung.openpages.OpenChain;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Pages of events are open to everyone and know nobody: no session, no cookie; whoever signs up proves nothing but time. */
@Configuration(proxyBeanMethods = false)
class EventChainConfiguration {
    static final String CONTENT = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:;"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Of an umbrella's page alone, which has a map. */
    static final String CONTENT_WITH_MAP = CONTENT + ";" + PlainMap.POLICY;

    @Bean
    @Order(0)
    SecurityFilterChain eventPages(HttpSecurity http) {
        return OpenChain.of(http, CONTENT, "/e/**", "/r/**");
    }
}
