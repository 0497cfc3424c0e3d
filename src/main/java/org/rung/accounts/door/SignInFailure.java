package org.rung.accounts.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.rung.accounts.AccountsPaths;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Sends the person back to the form, with the reason. */
@Component
class SignInFailure implements AuthenticationFailureHandler {
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.sendRedirect(request.getContextPath() + "/" + AccountsPaths.SIGN_IN + "?" + why(failure));
    }

    static String why(AuthenticationException failure) {
        return failure instanceof PasswordProvider.TryLater later
                ? "wait=" + later.minutes()
                : failure instanceof PasswordProvider.NoOrganization ? "closed" : "wrong";
    }
}
