package org.rung.accounts.door;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rung.accounts.TooManyAttempts;
import org.rung.accounts.codes.Codes;
import org.springframework.security.authentication.ott.DefaultOneTimeToken;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.security.authentication.ott.OneTimeToken;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationToken;
import org.springframework.security.authentication.ott.OneTimeTokenService;
import org.springframework.stereotype.Component;

/** Spring Security's one-time tokens, kept by {@link Codes}. */
@Component
class OneTimeTokens implements OneTimeTokenService {
    /** Who asks, and from which network address. */
    static final class Ask extends GenerateOneTimeTokenRequest {
        private final String address;

        Ask(String typed, String address) {
            super(typed, Codes.VALID);
            this.address = address;
        }
    }

    /** What the browser keeps; or, asked for too often, how long to wait. */
    record Answer(String getTokenValue, Instant getExpiresAt, Optional<Duration> later) implements OneTimeToken {
        @Override
        public String getUsername() {
            return "";
        }

        @Override
        public String toString() {
            return "Answer[…]";
        }
    }

    /** Digits with the ask they belong to, or a link's word. */
    static final class Shown extends OneTimeTokenAuthenticationToken {
        private final Optional<String> ask;
        private final String address;

        Shown(String value, Optional<String> ask, String address) {
            super(value);
            this.ask = ask;
            this.address = address;
        }
    }

    private final Codes codes;

    OneTimeTokens(Codes codes) {
        this.codes = codes;
    }

    @Override
    public OneTimeToken generate(GenerateOneTimeTokenRequest request) {
        var address = request instanceof Ask ask ? ask.address : "";
        try {
            var asked = codes.ask(request.getUsername(), address);
            return new Answer(asked.ask(), asked.expiresAt(), Optional.empty());
        } catch (TooManyAttempts often) {
            return new Answer("", Instant.EPOCH, Optional.of(often.retryIn()));
        }
    }

    /** A token in the name of the account, by its id. @throws org.rung.common.Problem.Refused when it is not good */
    @Override
    public OneTimeToken consume(OneTimeTokenAuthenticationToken token) {
        var value = String.valueOf(token.getTokenValue());
        var shown = token instanceof Shown one ? one : new Shown(value, Optional.empty(), "");
        var accountId = shown.ask.isPresent()
                ? codes.use(shown.ask.get(), value, shown.address)
                : codes.press(value, shown.address);
        return new DefaultOneTimeToken(value, accountId.text(), Instant.EPOCH);
    }
}
