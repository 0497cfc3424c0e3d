package org.rung.circle;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.rung.common.PhoneNumber;

/** Opens the phone's own messages with the words already written (RFC 5724). */
public final class SmsLink {
    private SmsLink() {}

    public static String to(PhoneNumber phone, String words) {
        // Phones of one maker want an ampersand before the body and all others a question mark: both read this.
        return "sms:" + phone.text() + "?&body="
                + URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
