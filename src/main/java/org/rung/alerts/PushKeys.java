package org.rung.alerts;

import com.interaso.webpush.VapidKeys;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.rung.accounts.Secrets;
import org.rung.common.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The pair of keys by which push services know this Rung (RFC 8292), made when the first browser asks. */
@Component
class PushKeys {
    private static final Logger LOG = LoggerFactory.getLogger(PushKeys.class);

    private final PushKeyStore store;
    private final Secrets secrets;
    private final Clock clock;
    private volatile Optional<VapidKeys> known = Optional.empty();

    PushKeys(PushKeyStore store, Secrets secrets, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Empty where RUNG_SECRET_KEY is another than the one that sealed them. */
    Optional<VapidKeys> pair() {
        if (known.isEmpty()) {
            known = stored();
        }
        return known;
    }

    private Optional<VapidKeys> stored() {
        if (store.find().isEmpty()) {
            VapidKeys made = VapidKeys.generate();
            // Another server may have been faster: whichever pair is stored is everyone's.
            store.keep(made.getX509PublicKey(), secrets.seal(made.getPkcs8PrivateKey()), clock.instant());
        }
        PushKeyStore.Pair pair = store.find().orElseThrow();
        try {
            return Optional.of(VapidKeys.create(pair.publicKey(), secrets.open(pair.privateSealed())));
        } catch (Problem.Refused locked) {
            LOG.warn("The keys for waking browsers cannot be opened with RUNG_SECRET_KEY; nobody is woken");
            return Optional.empty();
        }
    }

    /** As browsers want it. */
    Optional<String> publicKey() {
        return pair().map(
                        keys -> Base64.getUrlEncoder().withoutPadding().encodeToString(keys.getApplicationServerKey()));
    }
}
