package org.rung.accounts.door;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.rung.accounts.Seat;
import org.rung.accounts.Seats;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Takes the seat, then goes where the person wanted to go, or home. */
@Component
class SignInSuccess extends VaadinSavedRequestAwareAuthenticationSuccessHandler {
    private final Seats seats;

    SignInSuccess(Seats seats) {
        this.seats = seats;
        setDefaultTargetUrl("/");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        if (authentication instanceof Seat seat) seats.take(request.getSession(), seat);
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
