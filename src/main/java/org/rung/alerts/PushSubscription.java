package org.rung.alerts;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.rung.common.Problem;

/**
 * What a browser gives away so that it can be woken: an address at its maker's push service, and the keys that only it
 * can open words with (RFC 8291).
 *
 * @param publicKey a point of P-256, uncompressed, 65 bytes as base64url
 * @param auth 16 bytes as base64url
 */
public record PushSubscription(URI endpoint, String publicKey, String auth) {
    private static final int LONGEST = 1_000;
    private static final int POINT = 65;
    private static final int AUTH = 16;

    public PushSubscription {
        if (endpoint.toString().length() > LONGEST
                || !StandardCharsets.US_ASCII.newEncoder().canEncode(endpoint.toString())
                || endpoint.getHost() == null
                || length(publicKey) != POINT
                || length(auth) != AUTH) {
            throw new Problem.Invalid("subscription", "problem.alerts-subscription");
        }
    }

    /** @throws Problem.Invalid where this is no subscription of any browser */
    public static PushSubscription of(String endpoint, String publicKey, String auth) {
        try {
            return new PushSubscription(new URI(endpoint), publicKey, auth);
        } catch (URISyntaxException broken) {
            throw new Problem.Invalid("subscription", "problem.alerts-subscription");
        }
    }

    byte[] publicKeyBytes() {
        return Base64.getUrlDecoder().decode(publicKey);
    }

    byte[] authBytes() {
        return Base64.getUrlDecoder().decode(auth);
    }

    private static int length(String base64) {
        try {
            return base64.length() > 100 ? -1 : Base64.getUrlDecoder().decode(base64).length;
        } catch (IllegalArgumentException broken) {
            return -1;
        }
    }

    @Override
    public String toString() {
        return "PushSubscription[" + endpoint.getHost() + "]";
    }
}
