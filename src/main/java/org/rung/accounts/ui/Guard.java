package org.rung.accounts.ui;

import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;

/** The token against forged requests, for what a page sends by itself; as scripts take it. */
record Guard(String header, String token) {
    static final String IN_SCRIPT = "{header: $0, token: $1}";

    static Guard now() {
        return Optional.ofNullable(VaadinServletRequest.getCurrent())
                .map(request -> request.getAttribute(CsrfToken.class.getName()))
                .filter(CsrfToken.class::isInstance)
                .map(CsrfToken.class::cast)
                .map(token -> new Guard(token.getHeaderName(), token.getToken()))
                .orElse(new Guard("X-CSRF-TOKEN", ""));
    }

    @Override
    public String toString() {
        return "Guard[…]";
    }
}
