package org.rung.accounts.door;

import java.util.Optional;
import org.rung.accounts.AccountId;
import org.rung.accounts.SignIns;
import org.rung.accounts.TooManyAttempts;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ott.InvalidOneTimeTokenException;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationToken;
import org.springframework.security.authentication.ott.OneTimeTokenService;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Turns a one-time code or link into a seat. */
@Component
class OneTimeProvider implements AuthenticationProvider {
    private final OneTimeTokenService tokens;
    private final SignIns signIns;

    OneTimeProvider(OneTimeTokenService tokens, SignIns signIns) {
        this.tokens = tokens;
        this.signIns = signIns;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var accountId = consume((OneTimeTokenAuthenticationToken) asked);
        try {
            return signIns.seat(accountId);
        } catch (Problem.Refused nowhere) {
            throw new PasswordProvider.NoOrganization();
        }
    }

    private AccountId consume(OneTimeTokenAuthenticationToken token) {
        try {
            return Optional.ofNullable(tokens.consume(token))
                    .map(good -> new AccountId(Id.parse("account", good.getUsername())))
                    .orElseThrow(() -> new InvalidOneTimeTokenException("wrong"));
        } catch (TooManyAttempts closed) {
            throw new PasswordProvider.TryLater(closed.retryIn().toMinutes());
        } catch (Problem.Refused wrong) {
            throw new InvalidOneTimeTokenException("wrong");
        }
    }

    @Override
    public boolean supports(Class<?> kind) {
        return OneTimeTokenAuthenticationToken.class.isAssignableFrom(kind);
    }
}
