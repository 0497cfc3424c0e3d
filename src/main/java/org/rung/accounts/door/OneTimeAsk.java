package org.rung.accounts.door;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.rung.accounts.codes.Codes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The word of who asked for a code, which their browser keeps: the digits work only together with it. */
public final class OneTimeAsk {
    private static final String COOKIE = "rung-ask";

    private OneTimeAsk() {}

    /** What this browser asked last, if that was lately. */
    public static Optional<String> of(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> COOKIE.equals(cookie.getName()))
                .map(Cookie::getValue)
                .filter(value -> value.length() < 100)
                .findFirst();
    }

    static void keep(HttpServletResponse response, String ask, boolean secure) {
        write(response, ask, Codes.VALID, secure);
    }

    static void forget(HttpServletResponse response, boolean secure) {
        write(response, "", Duration.ZERO, secure);
    }

    private static void write(HttpServletResponse response, String ask, Duration age, boolean secure) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, ask)
                        // Vaadin asks for every page at the root.
                        .path("/")
                        .maxAge(age)
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
