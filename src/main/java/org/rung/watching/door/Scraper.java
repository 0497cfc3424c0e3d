package org.rung.watching.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whoever collects the metrics: by the token from anywhere, without one only from this very machine. */
record Scraper(String token, boolean proxy) {
    private static final String BEARER = "Bearer ";
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final List<String> FORWARDED =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    boolean mayRead(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .map(this::knows)
                .orElseGet(() -> fromThisMachine(request));
    }

    private boolean knows(String given) {
        return !token.isEmpty()
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), (BEARER + token).getBytes(StandardCharsets.UTF_8));
    }

    /** A proxy on this machine connects from here too, with what the world asks for; so whatever looks forwarded is not from here. */
    private boolean fromThisMachine(HttpServletRequest request) {
        return !proxy
                && loopback(request.getRemoteAddr())
                && HERE.contains(request.getServerName())
                && FORWARDED.stream().noneMatch(header -> request.getHeader(header) != null);
    }

    private static boolean loopback(String address) {
        try {
            // An address in digits is never looked up.
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException odd) {
            return false;
        }
    }
}
