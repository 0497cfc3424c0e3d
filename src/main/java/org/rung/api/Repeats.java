package org.rung.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.database.Anew;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request with an Idempotency-Key is done once in its organization and route, within a day: the same again gets the
 * answer of then. The answer is stored in the transaction that does the work, so that neither is there without the other.
 */
@Component
class Repeats {
    static final String HEADER = "Idempotency-Key";
    static final String WORDS =
            "Made by you, another one for each thing to make, 1 to 120 letters, digits or signs. The"
                    + " same key with the same body gets the same answer and makes nothing anew, for a day; with another body it is"
                    + " refused.";
    private static final Duration KEPT = Duration.ofDays(1);

    private final RepeatStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final JsonMapper json = StrictJson.mapper();

    Repeats(RepeatStore store, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.transaction = Anew.transactions(transactions);
        this.clock = clock;
    }

    /** @throws Problem.Conflict when the key came with another body before */
    <T> ResponseEntity<T> once(
            Actor.Token token,
            String route,
            @Nullable String key,
            Object body,
            Class<T> shown,
            Supplier<ResponseEntity<T>> work) {
        return key == null
                ? work.get()
                : onceAs(token, route, checked(key), hex(digest().digest(json.writeValueAsBytes(body))), shown, work);
    }

    /** As {@link #once}, where the caller has read the body itself. */
    <T> ResponseEntity<T> onceAs(
            Actor.Token token,
            String route,
            String key,
            String digest,
            Class<T> shown,
            Supplier<ResponseEntity<T>> work) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                Optional<RepeatStore.Answered> before = store.find(token.organization(), route, key);
                if (before.isPresent()) {
                    return again(before.get(), digest, shown);
                }
                ResponseEntity<T> answer = work.get();
                URI location = answer.getHeaders().getLocation();
                store.add(
                        token.organization(),
                        route,
                        key,
                        new RepeatStore.Answered(
                                digest,
                                answer.getStatusCode().value(),
                                location == null ? null : location.toString(),
                                json.writeValueAsString(answer.getBody())),
                        clock.instant());
                return answer;
            }));
        } catch (DuplicateKeyException second) {
            return store.find(token.organization(), route, key)
                    .map(first -> again(first, digest, shown))
                    .orElseThrow(() -> second);
        }
    }

    /** The digest of the body that came with this key before. */
    Optional<String> before(Actor.Token token, String route, @Nullable String key) {
        return key == null
                ? Optional.empty()
                : store.find(token.organization(), route, checked(key)).map(RepeatStore.Answered::digest);
    }

    /** What is older than a day goes; how many. */
    int forget() {
        return store.forget(clock.instant().minus(KEPT), 10_000);
    }

    private <T> ResponseEntity<T> again(RepeatStore.Answered before, String digest, Class<T> shown) {
        if (!before.digest().equals(digest)) {
            throw otherBody();
        }
        var answer = ResponseEntity.status(before.status());
        if (before.location() != null) {
            answer.header(HttpHeaders.LOCATION, before.location());
        }
        return answer.body(json.readValue(before.answer(), shown));
    }

    static Problem.Conflict otherBody() {
        return new Problem.Conflict("problem.key-with-another-body");
    }

    private static String checked(String key) {
        if (!key.matches("[!-~]{1,120}")) {
            throw new Problem.Invalid(HEADER, "problem.idempotency-key");
        }
        return key;
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    /** What stands in the query belongs to the request as much as its body. */
    static void add(MessageDigest digest, @Nullable String... query) {
        for (String one : query) {
            digest.update((one == null ? "-" : "+" + one + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
