package org.rung.accounts.door;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rung.accounts.AccountId;
import org.rung.accounts.OwnAccount;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Whoever finds an open screen may not add a passkey of theirs to it: the password is asked for first. */
@Component
public class PasskeyAdding {
    private static final String UNTIL = "rung.passkey.until";
    private static final Duration FOR = Duration.ofMinutes(5);

    private final OwnAccount own;
    private final Clock clock;

    PasskeyAdding(OwnAccount own, Clock clock) {
        this.own = own;
        this.clock = clock;
    }

    /**
     * Opens the next five minutes of this session for it.
     *
     * @throws org.rung.common.Problem.Refused when the password is another one
     * @throws org.rung.accounts.TooManyAttempts
     */
    public void allow(AccountId accountId, String password) {
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        own.mustKnow(accountId, password, request.getRemoteAddr());
        request.getSession().setAttribute(UNTIL, clock.instant().plus(FOR));
    }

    boolean allowed(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(UNTIL))
                .filter(until -> until instanceof Instant instant && instant.isAfter(clock.instant()))
                .isPresent();
    }
}
