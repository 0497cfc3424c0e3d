package org.rung.watching.door;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The metrics say how much an installation texts: they are for whoever runs it, not for its members, nor for the world. */
@Configuration(proxyBeanMethods = false)
class MetricsDoorConfiguration {
    @Bean
    @Order(0)
    SecurityFilterChain metrics(
            HttpSecurity http,
            @Value("${rung.metrics-token:}") String token,
            @Value("${rung.trusted-proxy:false}") boolean proxy) {
        var scraper = new Scraper(token.strip(), proxy);
        return http.securityMatcher("/actuator/prometheus")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((who, at) -> new AuthorizationDecision(scraper.mayRead(at.getRequest()))))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, refused) -> {
                    response.setHeader("WWW-Authenticate", "Bearer");
                    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                }))
                .build();
    }
}
