package org.rung.alerts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.common.Sentence;
import org.rung.notices.Post;
import org.rung.texting.TextingPaths;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How members want to be told that replies wait for them, and in which browsers. */
@Service
public class Alerts {
    private static final int MOST_BROWSERS = 10;

    private final ChosenStore store;
    private final PushServices services;
    private final PushKeys keys;
    private final Alerting alerting;
    private final Post post;
    private final Clock clock;

    Alerts(ChosenStore store, PushServices services, PushKeys keys, Alerting alerting, Post post, Clock clock) {
        this.store = store;
        this.services = services;
        this.keys = keys;
        this.alerting = alerting;
        this.post = post;
        this.clock = clock;
    }

    /** Empty before a member has chosen anything. */
    @Transactional(readOnly = true)
    public Optional<AlertChoices> choices(Actor.Member actor) {
        return store.choices(actor);
    }

    @Transactional
    public void choose(Actor.Member actor, AlertChoices choices) {
        mustListen(actor);
        store.choose(actor, choices, clock.instant());
    }

    /** Whoever texts has replies to hear of, and whoever sees all conversations may be asked for help. */
    public static boolean mayListen(Actor.Member actor) {
        return actor.may(Permission.TEXT) || actor.may(Permission.SEE_CONVERSATIONS);
    }

    private static void mustListen(Actor.Member actor) {
        if (!mayListen(actor)) actor.must(Permission.TEXT);
    }

    /** Whether e-mails can be sent from here at all. */
    public boolean mails() {
        return post.ready();
    }

    /** The key that a browser binds its subscription to; empty where nobody can be woken. */
    public Optional<String> publicKey() {
        return keys.publicKey();
    }

    /** Whether any browser of this member listens. */
    @Transactional(readOnly = true)
    public boolean listens(Actor.Member actor) {
        return store.listens(actor);
    }

    /**
     * A browser listens from now on for this member, and for nobody else who used it before.
     *
     * @throws Problem.Invalid for an address that belongs to no push service that Rung knows
     */
    @Transactional
    public void subscribe(Actor.Member actor, PushSubscription subscription) {
        mustListen(actor);
        if (!services.known(subscription.endpoint())) {
            throw new Problem.Invalid("subscription", "problem.alerts-service");
        }
        store.begin(actor, clock.instant());
        store.subscribe(actor, subscription, hash(subscription.endpoint().toString()), clock.instant());
        store.keepNewest(actor, MOST_BROWSERS);
    }

    @Transactional
    public void unsubscribe(Actor.Member actor, String endpoint) {
        store.unsubscribe(actor, hash(endpoint));
    }

    /** Wakes this member's browsers once; false when none was reached. Calls their push services: outside transactions. */
    public boolean tryOut(Actor.Member actor, Sentence title, Sentence words, Locale language) {
        var mine = store.browsers(List.of(actor.memberId())).getOrDefault(actor.memberId(), List.of());
        return alerting.tryOut(
                mine, new Alerting.Words(title.in(language), words.in(language), 0, "/" + TextingPaths.HOME));
    }

    private static String hash(String endpoint) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(endpoint.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
