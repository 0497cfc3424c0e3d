package org.rung.accounts.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.function.Supplier;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.Seat;
import org.rung.accounts.Seats;
import org.rung.accounts.SignIns;
import org.rung.accounts.passkeys.Passkeys;
import org.rung.settings.RungSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpMessageConverterAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.security.web.webauthn.registration.PublicKeyCredentialCreationOptionsFilter;
import org.springframework.security.web.webauthn.registration.WebAuthnRegistrationFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/** Where browsers talk about passkeys. They are good for the one site that RUNG_PUBLIC_URL names. */
@Component
class PasskeyDoor extends AbstractHttpConfigurer<PasskeyDoor, HttpSecurity> {
    private static final Logger LOG = LoggerFactory.getLogger(PasskeyDoor.class);

    private final Passkeys passkeys;
    private final PasskeyAdding adding;
    private final SignIns signIns;
    private final Seats seats;
    private final RememberMeServices devices;
    private final Webauthn4JRelyingPartyOperations relyingParty;

    PasskeyDoor(
            Passkeys passkeys,
            PasskeyAdding adding,
            SignIns signIns,
            Seats seats,
            RememberMeServices devices,
            RungSettings settings) {
        this.passkeys = passkeys;
        this.adding = adding;
        this.signIns = signIns;
        this.seats = seats;
        this.devices = devices;
        var site = settings.publicUrl();
        relyingParty = new Webauthn4JRelyingPartyOperations(
                passkeys,
                passkeys,
                PublicKeyCredentialRpEntity.builder()
                        .id(site.getHost())
                        .name("Rung")
                        .build(),
                Set.of(origin(site)));
        // A passkey stands for a password too: the phone asks who holds it.
        relyingParty.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        relyingParty.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
    }

    /** Scheme, host, and the port where it is not the usual one: as browsers write it. */
    static String origin(URI site) {
        var usual = site.getScheme().equals("https") ? 443 : 80;
        var port = site.getPort() < 0 || site.getPort() == usual ? "" : ":" + site.getPort();
        return site.getScheme() + "://" + site.getHost() + port;
    }

    /** Late, when the others have said how sessions and contexts are kept here. */
    @Override
    public void configure(HttpSecurity http) {
        var asking = new PublicKeyCredentialRequestOptionsFilter(relyingParty);
        asking.setSecurityContextHolderStrategy(getSecurityContextHolderStrategy());
        asking.setRequestMatcher(post(AccountsPaths.PASSKEY_SIGN_IN_OPTIONS));
        http.addFilterBefore(asking, AuthorizationFilter.class);
        http.addFilterBefore(signingIn(http), UsernamePasswordAuthenticationFilter.class);
        http.addFilterAfter(new Offering(), AuthorizationFilter.class);
        http.addFilterAfter(new Taking(), AuthorizationFilter.class);
    }

    private WebAuthnAuthenticationFilter signingIn(HttpSecurity http) {
        var filter = new WebAuthnAuthenticationFilter();
        filter.setRequiresAuthenticationRequestMatcher(post(AccountsPaths.PASSKEY_SIGN_IN));
        filter.setAuthenticationManager(new ProviderManager(new PasskeyProvider(relyingParty, passkeys, signIns)));
        filter.setSessionAuthenticationStrategy(http.getSharedObject(SessionAuthenticationStrategy.class));
        filter.setSecurityContextHolderStrategy(getSecurityContextHolderStrategy());
        filter.setRememberMeServices(devices);
        var answer = new HttpMessageConverterAuthenticationSuccessHandler();
        filter.setAuthenticationSuccessHandler((request, response, seat) -> {
            if (seat instanceof Seat taken) seats.take(request.getSession(), taken);
            answer.onAuthenticationSuccess(request, response, seat);
        });
        filter.setAuthenticationFailureHandler((request, response, why) -> response.setStatus(
                why instanceof PasswordProvider.NoOrganization
                        ? HttpStatus.FORBIDDEN.value()
                        : HttpStatus.UNAUTHORIZED.value()));
        return filter;
    }

    /** Made at the first call: it takes the way contexts are held as it finds it, and Vaadin's stands only once the house does. */
    private final class Offering extends OncePerRequestFilter {
        private final RequestMatcher matcher = allowed(AccountsPaths.PASSKEY_OPTIONS);
        private final Supplier<PublicKeyCredentialCreationOptionsFilter> offering = SingletonSupplier.of(() -> {
            var filter = new PublicKeyCredentialCreationOptionsFilter(relyingParty);
            filter.setRequestMatcher(matcher);
            return filter;
        });

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (matcher.matches(request)) offering.get().doFilter(request, response, chain);
            else chain.doFilter(request, response);
        }
    }

    /** What an authenticator made that does not fit is the browser's fault and no mishap of ours. */
    private final class Taking extends OncePerRequestFilter {
        private final RequestMatcher matcher = allowed(AccountsPaths.PASSKEY);
        private final WebAuthnRegistrationFilter registering = new WebAuthnRegistrationFilter(passkeys, relyingParty);

        Taking() {
            registering.setRegisterCredentialMatcher(matcher);
            registering.setRemoveCredentialMatcher(request -> false);
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (!matcher.matches(request)) {
                chain.doFilter(request, response);
                return;
            }
            try {
                registering.doFilter(request, response, chain);
            } catch (RuntimeException unfit) {
                LOG.info("A new passkey was not taken: {}", unfit.getClass().getSimpleName());
                response.setStatus(HttpStatus.BAD_REQUEST.value());
            }
        }
    }

    private RequestMatcher allowed(String path) {
        var there = post(path);
        return (HttpServletRequest request) -> there.matches(request) && adding.allowed(request);
    }

    private static RequestMatcher post(String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/" + path);
    }
}
