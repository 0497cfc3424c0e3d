package org.rung.accounts;

import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Problem;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/** Who is signed in here. */
@Service
public class SignedIn {
    private final Organizations organizations;
    private final Accounts accounts;
    private final SignIns signIns;

    SignedIn(Organizations organizations, Accounts accounts, SignIns signIns) {
        this.organizations = organizations;
        this.accounts = accounts;
        this.signIns = signIns;
    }

    /** The member who is signed in on this request or screen; @throws org.rung.common.Problem.Refused when nobody is. */
    public Actor.Member actor() {
        seat().filter(seat -> !seat.ended()).ifPresent(signIns::lookAgain);
        return seat().filter(seat -> !seat.ended())
                .map(Seat::actor)
                .orElseThrow(() -> new Problem.Refused("problem.signed-out"));
    }

    public Organization organization() {
        return organizations.get(actor().organization());
    }

    public String name() {
        return account().name();
    }

    /** The account behind the member. */
    public Account account() {
        actor();
        return accounts.get(seat().orElseThrow().accountId());
    }

    /** Nobody on the pages before signing in. */
    public Optional<Seat> seat() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof Seat seat
                ? Optional.of(seat)
                : Optional.empty();
    }

    /** Goes on as the same person's member of another organization. */
    public void switchTo(MemberId memberId) {
        actor();
        signIns.switchTo(seat().orElseThrow(), memberId);
    }
}
