package org.rung.accounts;

import org.rung.common.Actor;
import org.springframework.stereotype.Service;

/** Who is signed in here. */
@Service
public class SignedIn {
    /** The member who is signed in on this request or screen; @throws org.rung.common.Problem.Refused when nobody is. */
    public Actor.Member actor() {
        throw new UnsupportedOperationException("built next");
    }

    public Organization organization() {
        throw new UnsupportedOperationException("built next");
    }

    public String name() {
        throw new UnsupportedOperationException("built next");
    }
}
