package org.rung.accounts.door;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.ApiTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** Two chains: other programs come with a token and without a session, people come through Vaadin with both. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
    private static final String SIGN_IN = "/" + AccountsPaths.SIGN_IN;

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, ApiTokens tokens) {
        return http.securityMatcher("/api/**", "/hooks/**", "/sim/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers("/api/**")
                                .authenticated()
                                .anyRequest()
                                .permitAll())
                .addFilterBefore(new BearerFilter(tokens), AuthorizationFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(ProblemAnswer::unauthorized))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http,
            PasswordProvider passwords,
            SignInSuccess success,
            SignInFailure failure,
            OneTimeSignIn once,
            PasskeyDoor passkeys,
            StaySignedIn stay,
            ContentPolicy content,
            RequestUtil vaadinRequests) {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                        "/styles/**",
                        "/fonts/**",
                        "/icons/**",
                        "/scripts/**",
                        "/elements/**",
                        "/maps/**",
                        "/push.js",
                        "/manifest.webmanifest",
                        "/error/**",
                        "/actuator/health/**",
                        "/v3/api-docs/**")
                .permitAll()
                .requestMatchers("/actuator/**")
                .denyAll());
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.loginView(SIGN_IN, SIGN_IN)
                        // An address that leads nowhere says so to whoever is signed in; files ask for their
                        // permission.
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated)
                        .enableCsrfConfiguration(false));
        // Vaadin's own messages carry a token of theirs; its own rule would leave the sign-in form out too.
        http.csrf(forged -> forged.ignoringRequestMatchers(vaadinRequests::isFrameworkInternalRequest));
        http.sessionManagement(sessions -> sessions.sessionFixation(fixation -> fixation.changeSessionId()));
        http.authenticationProvider(passwords).authenticationProvider(new SeatProvider());
        http.formLogin(form -> form.successHandler(success).failureHandler(failure));
        http.oneTimeTokenLogin(once::configure);
        http.rememberMe(remembered -> remembered.rememberMeServices(stay));
        http.with(passkeys, Customizer.withDefaults());
        http.exceptionHandling(refusals -> refusals.defaultAccessDeniedHandlerFor(
                        // The form's token went with its session: show a fresh form instead of an error page.
                        (request, response, denied) ->
                                response.sendRedirect(request.getContextPath() + SIGN_IN + "?again"),
                        PathPatternRequestMatcher.pathPattern(SIGN_IN + "/**"))
                // A handler that stands alone would answer for every other address too.
                .defaultAccessDeniedHandlerFor(new AccessDeniedHandlerImpl(), AnyRequestMatcher.INSTANCE));
        http.headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .addHeaderWriter(content)
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                .withObjectPostProcessor(writtenFirst()));
        return http.build();
    }

    /** Vaadin's servlet is forwarded to, and Tomcat sends a forwarded answer before late headers are added. */
    private static ObjectPostProcessor<HeaderWriterFilter> writtenFirst() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends HeaderWriterFilter> O postProcess(O filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }
}
