package org.rung.nodes;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Letters carry a seal of the secret key that all nodes share, so that nobody else who reaches Redis is believed. */
record Sealed(List<String> keys) {
    private static final int LENGTH = 64;

    String seal(String letter) {
        return mac(keys.getFirst(), letter) + letter;
    }

    Optional<String> open(String sealed) {
        if (sealed.length() <= LENGTH) {
            return Optional.empty();
        }
        byte[] seal = sealed.substring(0, LENGTH).getBytes(StandardCharsets.UTF_8);
        String letter = sealed.substring(LENGTH);
        return keys.stream()
                        .map(key -> mac(key, letter).getBytes(StandardCharsets.UTF_8))
                        .anyMatch(own -> MessageDigest.isEqual(own, seal))
                ? Optional.of(letter)
                : Optional.empty();
    }

    private static String mac(String key, String letter) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("nodes:" + key).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(letter.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
