package org.rung.media;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.rung.settings.RungSettings;
import org.springframework.stereotype.Component;

/**
 * Addresses at which a provider fetches what it is to send: each is good for one file and some hours, and nobody makes
 * one without RUNG_SECRET_KEY.
 */
@Component
class SignedAddresses {
    /** A provider keeps a text that it cannot pass on for four hours. */
    static final Duration GOOD_FOR = Duration.ofHours(6);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");

    private final RungSettings settings;
    private final List<SecretKeySpec> keys;
    private final Clock clock;

    SignedAddresses(RungSettings settings, Clock clock) {
        this.settings = settings;
        this.keys = settings.secretKeys().stream().map(SignedAddresses::key).toList();
        this.clock = clock;
    }

    URI of(AttachmentId attachmentId) {
        String until = Long.toString(clock.instant().plus(GOOD_FOR).getEpochSecond());
        String signature = sign(keys.getFirst(), attachmentId, until);
        return URI.create(settings.publicUrl() + "/" + MediaPaths.OUT + "/" + attachmentId.text() + "/" + until + "/"
                + signature);
    }

    /** Empty unless Rung made it and its time is not over. */
    Optional<AttachmentId> read(String id, String until, String signature) {
        if (!NUMBER.matcher(until).matches()
                || Instant.ofEpochSecond(Long.parseLong(until)).isBefore(clock.instant())) {
            return Optional.empty();
        }
        try {
            var attachmentId = new AttachmentId(Id.parse("id", id));
            byte[] given = signature.getBytes(StandardCharsets.UTF_8);
            return keys.stream()
                            .anyMatch(key -> MessageDigest.isEqual(
                                    sign(key, attachmentId, until).getBytes(StandardCharsets.UTF_8), given))
                    ? Optional.of(attachmentId)
                    : Optional.empty();
        } catch (Problem noId) {
            return Optional.empty();
        }
    }

    private static String sign(SecretKeySpec key, AttachmentId attachmentId, String until) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] signed = mac.doFinal((attachmentId.text() + "/" + until).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Another key than anything else is sealed with. */
    private static SecretKeySpec key(String secret) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("media\n" + secret).getBytes(StandardCharsets.UTF_8));
            return new SecretKeySpec(digest, "HmacSHA256");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
