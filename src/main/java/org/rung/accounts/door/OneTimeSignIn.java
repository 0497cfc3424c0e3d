package org.rung.accounts.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.accounts.AccountsPaths;
import org.rung.settings.RungSettings;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.security.authentication.ott.OneTimeToken;
import org.springframework.security.config.annotation.web.configurers.ott.OneTimeTokenLoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The steps of signing in by a code, as the browser goes through them: ask, type or press, be in. */
@Component
class OneTimeSignIn {
    private final SignInSuccess success;
    private final OneTimeTokens tokens;
    private final OneTimeProvider provider;
    private final boolean secure;

    OneTimeSignIn(SignInSuccess success, OneTimeTokens tokens, OneTimeProvider provider, RungSettings settings) {
        this.success = success;
        this.tokens = tokens;
        this.provider = provider;
        this.secure = "https".equals(settings.publicUrl().getScheme());
    }

    void configure(OneTimeTokenLoginConfigurer<?> once) {
        once.loginPage("/" + AccountsPaths.SIGN_IN)
                .tokenGeneratingUrl("/" + AccountsPaths.SIGN_IN_CODE)
                .loginProcessingUrl("/" + AccountsPaths.SIGN_IN_ONCE)
                .showDefaultSubmitPage(false)
                .tokenService(tokens)
                .authenticationProvider(provider)
                .generateRequestResolver(OneTimeSignIn::asked)
                .tokenGenerationSuccessHandler(this::answer)
                .authenticationConverter(OneTimeSignIn::shown)
                .successHandler((request, response, seat) -> {
                    OneTimeAsk.forget(response, secure);
                    success.onAuthenticationSuccess(request, response, seat);
                })
                .failureHandler(failure());
    }

    /** Somebody who typed nothing is asked for as nobody: the page that follows says the same to all. */
    private static GenerateOneTimeTokenRequest asked(HttpServletRequest request) {
        var typed = Optional.ofNullable(request.getParameter("username")).filter(StringUtils::hasText);
        return new OneTimeTokens.Ask(typed.orElse("?"), request.getRemoteAddr());
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, OneTimeToken token)
            throws IOException {
        var wait = token instanceof OneTimeTokens.Answer answer ? answer.later() : Optional.<Duration>empty();
        if (wait.isPresent()) {
            go(request, response, AccountsPaths.SIGN_IN + "?wait=" + wait.get().toMinutes());
            return;
        }
        OneTimeAsk.keep(response, token.getTokenValue(), secure);
        go(request, response, AccountsPaths.SIGN_IN_CODE);
    }

    private static @Nullable Authentication shown(HttpServletRequest request) {
        var link = request.getParameter("link");
        if (StringUtils.hasText(link)) {
            return new OneTimeTokens.Shown(link, Optional.empty(), request.getRemoteAddr());
        }
        var code = Optional.ofNullable(request.getParameter("code")).orElse("");
        return new OneTimeTokens.Shown(code, Optional.of(OneTimeAsk.of(request).orElse("")), request.getRemoteAddr());
    }

    /** Back to where the code is typed, or to the beginning, with the reason. */
    private static AuthenticationFailureHandler failure() {
        return (request, response, why) -> {
            var link = StringUtils.hasText(request.getParameter("link"));
            var page = link || !(wrong(why)) ? AccountsPaths.SIGN_IN : AccountsPaths.SIGN_IN_CODE;
            go(request, response, page + "?" + (wrong(why) ? link ? "used" : "wrong" : SignInFailure.why(why)));
        };
    }

    private static boolean wrong(AuthenticationException why) {
        return SignInFailure.why(why).equals("wrong");
    }

    private static void go(HttpServletRequest request, HttpServletResponse response, String page) throws IOException {
        response.sendRedirect(request.getContextPath() + "/" + page);
    }
}
