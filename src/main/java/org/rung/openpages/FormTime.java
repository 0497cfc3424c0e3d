package org.rung.openpages;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.rung.settings.RungSettings;
import org.springframework.stereotype.Component;

/**
 * When a form was shown, signed and bound to its event: whoever fills it in faster than a person can, or with one that was
 * never shown or long ago, is a program.
 */
@Component
public class FormTime {
    private static final Duration FASTEST = Duration.ofSeconds(2);
    private static final Duration SLOWEST = Duration.ofHours(24);
    private static final Pattern SHAPE = Pattern.compile("\\d{1,12}\\.[\\w-]{43}");

    private final List<SecretKeySpec> keys;
    private final Clock clock;

    FormTime(RungSettings settings, Clock clock) {
        this.keys = settings.secretKeys().stream().map(FormTime::key).toList();
        this.clock = clock;
    }

    public String of(String about) {
        String second = Long.toString(clock.instant().getEpochSecond());
        return second + "." + sign(keys.getFirst(), about, second);
    }

    public enum Verdict {
        FINE,
        TOO_FAST,
        /** Old or broken: a fresh form is shown. */
        STALE
    }

    public Verdict judge(String about, String given) {
        if (!SHAPE.matcher(given).matches()) return Verdict.STALE;
        String second = given.substring(0, given.indexOf('.'));
        byte[] signature = given.substring(given.indexOf('.') + 1).getBytes(StandardCharsets.US_ASCII);
        boolean ours = keys.stream()
                .anyMatch(key ->
                        MessageDigest.isEqual(sign(key, about, second).getBytes(StandardCharsets.US_ASCII), signature));
        if (!ours) return Verdict.STALE;
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(second)), clock.instant());
        if (age.compareTo(SLOWEST) > 0 || age.isNegative()) return Verdict.STALE;
        return age.compareTo(FASTEST) < 0 ? Verdict.TOO_FAST : Verdict.FINE;
    }

    private static String sign(SecretKeySpec key, String about, String second) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] signed = mac.doFinal((about + "\n" + second).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Another key than anything else is signed with. */
    private static SecretKeySpec key(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("event-form\n" + secret).getBytes(StandardCharsets.UTF_8));
            return new SecretKeySpec(digest, "HmacSHA256");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
