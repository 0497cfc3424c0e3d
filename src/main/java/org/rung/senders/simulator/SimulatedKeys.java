package org.rung.senders.simulator;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.rung.senders.Senders;
import org.springframework.stereotype.Component;

/** Who may call the simulated provider: this machine alone, with an account's keys. */
@Component
@InSimulation
class SimulatedKeys {
    private final Senders senders;

    SimulatedKeys(Senders senders) {
        this.senders = senders;
    }

    /** The account's token; empty for any other caller. */
    Optional<String> token(String account, HttpServletRequest request) {
        return !local(request)
                ? Optional.empty()
                : senders.simulatedToken(account).filter(token -> {
                    String right = "Basic "
                            + Base64.getEncoder()
                                    .encodeToString((account + ":" + token).getBytes(StandardCharsets.UTF_8));
                    String given = Optional.ofNullable(request.getHeader("Authorization"))
                            .orElse("");
                    return MessageDigest.isEqual(
                            right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
                });
    }

    /** From this machine itself; what came through a proxy on it did not. */
    private static boolean local(HttpServletRequest request) {
        if (request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null) {
            return false;
        }
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException nobody) {
            return false;
        }
    }
}
