package org.rung.circle;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.rung.accounts.Secrets;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.settings.RungSettings;
import org.springframework.stereotype.Component;

/** Seals what a contact says, and hashes numbers by a key of their own, so that equal ones meet without being read. */
@Component
class ContactSeal {
    private static final String HMAC = "HmacSHA256";

    private final Secrets secrets;
    private final List<SecretKeySpec> keys;

    ContactSeal(Secrets secrets, RungSettings settings) {
        this.secrets = secrets;
        this.keys = settings.secretKeys().stream().map(ContactSeal::key).toList();
    }

    String seal(Card card) {
        return secrets.seal(card.text());
    }

    /** Nothing where the key that sealed it is gone: the row is of no use to anybody then. */
    Optional<Card> open(String sealed) {
        try {
            return Optional.of(Card.read(secrets.open(sealed)));
        } catch (Problem.Refused lost) {
            return Optional.empty();
        }
    }

    /** As new rows have it; the same number is another hash in another organization. */
    String hash(OrganizationId organizationId, PhoneNumber phone) {
        return hash(keys.getFirst(), organizationId, phone);
    }

    /** By every key, the first one first: rows of a former key wait for their turn when Rung starts. */
    List<String> hashes(OrganizationId organizationId, PhoneNumber phone) {
        return keys.stream().map(key -> hash(key, organizationId, phone)).toList();
    }

    private static String hash(SecretKeySpec key, OrganizationId organizationId, PhoneNumber phone) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] hash =
                    mac.doFinal((organizationId.text() + "\n" + phone.text()).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Another key than anything else is sealed with. */
    private static SecretKeySpec key(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("contacts\n" + secret).getBytes(StandardCharsets.UTF_8));
            return new SecretKeySpec(digest, HMAC);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
