package org.rung.accounts.door;

import org.rung.accounts.Seat;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;

/** Who has a seat already, such as a browser that stayed signed in, needs no other proof. */
class SeatProvider implements AuthenticationProvider {

    @Override
    public Authentication authenticate(Authentication asked) {
        if (!asked.isAuthenticated()) throw new BadCredentialsException("ended");
        return asked;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return Seat.class.isAssignableFrom(kind);
    }
}
