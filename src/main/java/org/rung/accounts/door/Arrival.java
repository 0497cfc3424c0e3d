package org.rung.accounts.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.rung.accounts.AccountId;
import org.rung.accounts.Seats;
import org.rung.accounts.SignIns;
import org.rung.common.MemberId;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Signs a person in who has proved themselves otherwise: by an invitation, a reset link or the first-run step. */
@Component
public class Arrival {
    private final SignIns signIns;
    private final Seats seats;

    Arrival(SignIns signIns, Seats seats) {
        this.signIns = signIns;
        this.seats = seats;
    }

    /** Signs in on the running request, under a new session id (nobody can have planted it). */
    public void signIn(AccountId accountId, Optional<MemberId> as) {
        var seat = signIns.seat(accountId, as);
        var request = request();
        var session = request.getSession();
        request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(seat);
        SecurityContextHolder.setContext(context);
        session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
        seats.take(session, seat);
    }

    /** The network address that asks. */
    public String address() {
        return request().getRemoteAddr();
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
