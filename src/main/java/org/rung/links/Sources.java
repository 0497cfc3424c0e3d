package org.rung.links;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * What stands for a network address and a browser in the database: their HMAC with a salt of the day that all nodes share
 * and that is dropped the next day, so that nobody can find the address again, and no two days can be put together.
 */
@Component
class Sources {
    private static final int BYTES = 16;

    private record Salt(LocalDate day, String text) {}

    private final SaltStore store;
    private final Clock clock;
    private volatile Salt salt = new Salt(LocalDate.MIN, "");

    Sources(SaltStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    String of(String address, String userAgent) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(today().getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            var hash = mac.doFinal((network(address) + "\n" + userAgent).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }

    /** Salts of days that are over; how many went. */
    int dropOld() {
        return store.dropBefore(day());
    }

    private String today() {
        var day = day();
        if (!salt.day().equals(day)) {
            var bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            salt = new Salt(
                    day,
                    store.saltOf(day, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
        }
        return salt.text();
    }

    private LocalDate day() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** A household has a whole range of the new kind of addresses. */
    static String network(String address) {
        if (address.indexOf(':') < 0) return address;
        var parts = address.split("%", 2)[0].split(":", -1);
        return String.join(":", Arrays.copyOf(parts, Math.min(4, parts.length)));
    }
}
