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
    private final StaySignedIn stay;

    Arrival(SignIns signIns, Seats seats, StaySignedIn stay) {
        this.signIns = signIns;
        this.seats = seats;
        this.stay = stay;
    }

    /**
     * Signs in on the running request, under a new session id (nobody can have planted it).
     *
     * @param stays whether this browser comes back by itself from now on
     */
    public void signIn(AccountId accountId, Optional<MemberId> as, boolean stays) {
        var seat = signIns.seat(accountId, as);
        var request = request();
        var session = request.getSession();
        request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(seat);
        SecurityContextHolder.setContext(context);
        session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
        seats.take(session, seat);
        var response = attributes().getResponse();
        if (stays && response != null) stay.remember(request, response, seat);
    }

    /** The network address that asks. */
    public String address() {
        return request().getRemoteAddr();
    }

    private static HttpServletRequest request() {
        return attributes().getRequest();
    }

    private static ServletRequestAttributes attributes() {
        return (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
    }
}
