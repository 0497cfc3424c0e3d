package org.rung.accounts.door;

import com.vaadin.flow.spring.security.RequestUtil;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rung.accounts.Seat;
import org.rung.accounts.Seats;
import org.rung.accounts.SignIns;
import org.rung.accounts.devices.Devices;
import org.rung.accounts.devices.Recalled;
import org.rung.common.Problem;
import org.rung.settings.RungSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** A browser that asked to stay signed in comes back to its seat; only who ticks the box stays. */
@Component
public class StaySignedIn implements RememberMeServices, LogoutHandler {
    /** What the box is called in a form. */
    public static final String BOX = "stay";

    /** Of the session of whoever was thrown out because a copy of what they kept was used. */
    public static final String COPIED = "rung.device.copied";

    private static final String COOKIE = "rung-stay";

    private final Devices devices;
    private final SignIns signIns;
    private final Seats seats;
    private final RequestUtil vaadinRequests;
    private final boolean secure;

    StaySignedIn(Devices devices, SignIns signIns, Seats seats, RequestUtil vaadinRequests, RungSettings settings) {
        this.devices = devices;
        this.signIns = signIns;
        this.seats = seats;
        this.vaadinRequests = vaadinRequests;
        this.secure = "https".equals(settings.publicUrl().getScheme());
    }

    @Override
    public @Nullable Authentication autoLogin(HttpServletRequest request, HttpServletResponse response) {
        var kept = kept(request);
        // What an open page says by itself needs the session that it was opened in; only a page that is opened anew
        // comes
        // back, once, instead of several messages with a session each.
        if (kept.isEmpty() || vaadinRequests.isFrameworkInternalRequest(request)) return null;
        return switch (devices.recall(kept.get())) {
            case Recalled.Known known -> sit(known, request, response).orElse(null);
            case Recalled.Unknown() -> nobody(response);
            case Recalled.Stolen() -> {
                request.getSession().setAttribute(COPIED, true);
                yield nobody(response);
            }
        };
    }

    private Optional<Seat> sit(Recalled.Known known, HttpServletRequest request, HttpServletResponse response) {
        try {
            var seat = signIns.seat(known.accountId());
            seat.keptBy(known.deviceId());
            known.next().ifPresent(next -> write(response, next, Devices.KEPT));
            seats.take(request.getSession(), seat);
            return Optional.of(seat);
        } catch (Problem.Refused nowhere) {
            nobody(response);
            return Optional.empty();
        }
    }

    private @Nullable Authentication nobody(HttpServletResponse response) {
        write(response, "", Duration.ZERO);
        return null;
    }

    /** A wrong password changes nothing about who is remembered. */
    @Override
    public void loginFail(HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public void loginSuccess(HttpServletRequest request, HttpServletResponse response, Authentication taken) {
        if (request.getParameter(BOX) != null && taken instanceof Seat seat) remember(request, response, seat);
    }

    /** From now on this browser comes back to this seat by itself. */
    void remember(HttpServletRequest request, HttpServletResponse response, Seat seat) {
        // One browser is one device: what it kept before is not needed any more.
        kept(request).ifPresent(devices::leave);
        var agent =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        var remembered = devices.remember(seat.accountId(), agent);
        seat.keptBy(remembered.deviceId());
        write(response, remembered.kept(), Devices.KEPT);
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication whose) {
        kept(request).ifPresent(devices::leave);
        write(response, "", Duration.ZERO);
    }

    private static Optional<String> kept(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> COOKIE.equals(cookie.getName()))
                .map(Cookie::getValue)
                .filter(value -> value.length() < 200)
                .findFirst();
    }

    private void write(HttpServletResponse response, String kept, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, kept)
                        .path("/")
                        .maxAge(age)
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
