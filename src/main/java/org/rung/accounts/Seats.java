package org.rung.accounts;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.rung.common.Actor;
import org.rung.nodes.Everywhere;
import org.rung.nodes.Missed;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Every browser that is signed in at this server, so that a sign-in can be ended from elsewhere. */
@Component
public class Seats {
    /** Ends a session whose seat is gone, with its open screens. */
    public interface Closing {
        void close(HttpSession session);
    }

    private final Map<Seat, HttpSession> taken = new ConcurrentHashMap<>();
    private final List<Closing> closings;
    private final MemberStore members;

    Seats(List<Closing> closings, MemberStore members) {
        this.closings = closings;
        this.members = members;
    }

    /** Binds a seat to its session; it is forgotten with the session. */
    public void take(HttpSession session, Seat seat) {
        session.setAttribute("rung.seat", new Binding(seat));
    }

    @Everywhere
    void on(MemberSuspended suspended) {
        end(seat -> seat.actor().memberId().equals(suspended.memberId()));
    }

    @Everywhere
    void on(PasswordChanged changed) {
        // Whoever changes their own stays where they did it.
        var here = SecurityContextHolder.getContext().getAuthentication();
        end(seat -> seat.accountId().equals(changed.accountId()) && !seat.equals(here));
    }

    @Everywhere
    void on(SignedOut out) {
        end(seat -> seat.accountId().equals(out.accountId())
                && (out.deviceId().isEmpty() || out.deviceId().equals(seat.device())));
    }

    @Everywhere
    void on(RolesChanged changed) {
        taken.keySet().stream()
                .filter(seat -> seat.actor().memberId().equals(changed.memberId()))
                .forEach(seat ->
                        seat.actAs(new Actor.Member(changed.organizationId(), changed.memberId(), changed.roles())));
    }

    @EventListener
    void lookOnceMore(Missed missed) {
        lookAround();
    }

    /** Whom another server has suspended meanwhile: their screens close here too, though they touch nothing. */
    void lookAround() {
        var sitting =
                taken.keySet().stream().map(seat -> seat.actor().memberId()).collect(Collectors.toSet());
        if (sitting.isEmpty()) return;
        var gone = members.suspended(sitting);
        if (!gone.isEmpty()) end(seat -> gone.contains(seat.actor().memberId()));
    }

    /** First no seat works any more, then what is open closes. */
    private void end(Predicate<Seat> whose) {
        var gone = taken.entrySet().stream()
                .filter(entry -> whose.test(entry.getKey()))
                .toList();
        gone.forEach(entry -> entry.getKey().end());
        gone.forEach(entry -> closings.forEach(closing -> closing.close(entry.getValue())));
    }

    private final class Binding implements HttpSessionBindingListener {
        private final Seat seat;

        Binding(Seat seat) {
            this.seat = seat;
        }

        @Override
        public void valueBound(HttpSessionBindingEvent event) {
            taken.put(seat, event.getSession());
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            taken.remove(seat);
        }
    }
}
