package org.rung.senders.twilio;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How Twilio signs a webhook: HMAC-SHA1 over the URL and the sorted form fields (twilio.com/docs/usage/security). */
public final class TwilioSignature {
    private TwilioSignature() {}

    public static String of(String token, String url, Form form) {
        StringBuilder signed = new StringBuilder(url);
        form.fields().forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HmacSHA1", missing);
        }
    }

    /** True when one of the tokens made it; takes as long for a near miss as for a far one. */
    static boolean genuine(String given, List<String> tokens, String url, Form form) {
        byte[] signature = given.getBytes(StandardCharsets.UTF_8);
        boolean genuine = false;
        for (String token : tokens) {
            genuine |= MessageDigest.isEqual(of(token, url, form).getBytes(StandardCharsets.UTF_8), signature);
        }
        return genuine;
    }
}
