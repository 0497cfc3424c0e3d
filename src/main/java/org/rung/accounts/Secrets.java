package org.rung.accounts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.rung.common.Problem;
import org.rung.settings.RungSettings;
import org.springframework.stereotype.Service;

/**
 * Encrypts what must be read again, such as a provider's keys, with RUNG_SECRET_KEY (AES-256-GCM). The first key seals,
 * all of them open: to change the key, put the new one in front and keep the old one
 * until {@link Resealing} has sealed everything anew.
 */
@Service
public class Secrets {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private final String first;
    private final SecureRandom random = new SecureRandom();

    Secrets(RungSettings settings) {
        settings.secretKeys().forEach(key -> keys.put(nameOf(key), new SecretKeySpec(digest("seal", key), "AES")));
        first = nameOf(settings.secretKeys().getFirst());
    }

    /** The name of the key, a dot, and the sealed text; other each time. */
    public String seal(String plain) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, first, nonce, plain.getBytes(StandardCharsets.UTF_8));
        var whole = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
        return first + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** How all begins that the first key sealed. */
    public String beginning() {
        return first + ".";
    }

    /** @throws Problem.Refused when none of the configured keys opens it */
    public String open(String sealed) {
        var dot = sealed.indexOf('.');
        var name = dot < 0 ? "" : sealed.substring(0, dot);
        if (!keys.containsKey(name)) {
            throw new Problem.Refused("problem.sealed-unknown");
        }
        try {
            var whole = Base64.getUrlDecoder().decode(sealed.substring(dot + 1));
            var plain = cipher(
                    Cipher.DECRYPT_MODE,
                    name,
                    Arrays.copyOf(whole, NONCE),
                    Arrays.copyOfRange(whole, NONCE, whole.length));
            return new String(plain, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | IllegalStateException broken) {
            throw new Problem.Refused("problem.sealed-damaged");
        }
    }

    /** Seals each of these with the first key; {@code replace} stores it in place of the former unless that has changed. */
    public Sealing.Result anew(Collection<String> former, BiPredicate<String, String> replace) {
        int sealed = 0;
        int lost = 0;
        for (var one : former) {
            try {
                if (replace.test(one, seal(open(one)))) sealed++;
            } catch (Problem.Refused locked) {
                lost++;
            }
        }
        return new Sealing.Result(sealed, lost);
    }

    private byte[] cipher(int mode, String key, byte[] nonce, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    private static String nameOf(String key) {
        return HexFormat.of().formatHex(digest("name", key), 0, 4);
    }

    private static byte[] digest(String purpose, String key) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update((purpose + "\n").getBytes(StandardCharsets.UTF_8));
            return sha.digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
