package org.rung.accounts.door;

import org.rung.accounts.SignIns;
import org.rung.accounts.TooManyAttempts;
import org.rung.common.Problem;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Turns an e-mail and a password into a seat. */
@Component
class PasswordProvider implements AuthenticationProvider {
    /** Knows when to try again. */
    static final class TryLater extends LockedException {
        private final long minutes;

        TryLater(long minutes) {
            super("too many attempts");
            this.minutes = minutes;
        }

        long minutes() {
            return minutes;
        }
    }

    /** The password was right, but no organization lets this person in. */
    static final class NoOrganization extends LockedException {
        NoOrganization() {
            super("suspended everywhere");
        }
    }

    private final SignIns signIns;

    PasswordProvider(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var address = asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        try {
            var account = signIns.check(asked.getName(), String.valueOf(asked.getCredentials()), address);
            return seat(account);
        } catch (TooManyAttempts closed) {
            throw new TryLater(closed.retryIn().toMinutes());
        } catch (Problem.Refused wrong) {
            throw new BadCredentialsException("wrong");
        }
    }

    private Authentication seat(org.rung.accounts.AccountId account) {
        try {
            return signIns.seat(account);
        } catch (Problem.Refused nowhere) {
            throw new NoOrganization();
        }
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
