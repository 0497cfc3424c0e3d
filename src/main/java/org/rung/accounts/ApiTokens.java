package org.rung.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rung.common.Actor;
import org.rung.common.ApiTokenId;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.common.Scopes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other programs may do here, each with a token that admins make and revoke. */
@Service
public class ApiTokens {
    private static final String PREFIX = "rung_";
    private static final int SHOWN = 12;
    private static final int MOST = 500;
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final ApiTokenStore store;
    private final Attempts attempts;
    private final AuditLog auditLog;
    private final Clock clock;
    private final Map<ApiTokenId, Instant> noted = new ConcurrentHashMap<>();

    ApiTokens(ApiTokenStore store, Attempts attempts, AuditLog auditLog, Clock clock) {
        this.store = store;
        this.attempts = attempts;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /**
     * The program that this token belongs to; empty when there is none or it was revoked.
     *
     * @throws TooManyAttempts when wrong tokens came from this network address too often
     */
    public Optional<Actor.Token> actor(String text, String address) {
        attempts.closed(address).ifPresent(wait -> {
            throw new TooManyAttempts(wait);
        });
        var found = text.length() > 100 ? Optional.<Actor.Token>empty() : store.actor(new LinkWord(text).hash());
        found.ifPresentOrElse(this::note, () -> attempts.fail(address));
        return found;
    }

    /** The last use, to the minute, written aside so that no call of the API waits for it. */
    private void note(Actor.Token actor) {
        var now = clock.instant();
        var last = noted.get(actor.apiTokenId());
        if (last != null && last.plus(NOTED_EVERY).isAfter(now)) return;
        noted.put(actor.apiTokenId(), now);
        Thread.ofVirtual().name("token-used").start(() -> store.used(actor.apiTokenId(), now));
    }

    /** Newest first, revoked ones too; at most 500. */
    @Transactional(readOnly = true)
    public List<ApiToken> all(Actor actor) {
        actor.must(Permission.ADMINISTER);
        return store.all(actor.organization(), MOST);
    }

    /** Makes a token; its text cannot be read again. */
    @Transactional
    public ApiToken.Made make(Actor actor, String name, Scopes scopes) {
        actor.must(Permission.ADMINISTER);
        if (name.isBlank()) throw new Problem.Invalid("name", "problem.token-name-empty");
        if (name.length() > 120) throw new Problem.Invalid("name", "problem.too-long", 120);
        var word = LinkWord.fresh(PREFIX);
        var id = new ApiTokenId(Id.next());
        store.insert(id, actor, name.strip(), word, word.text().substring(0, SHOWN), scopes, clock.instant());
        auditLog.add(actor, "token.made", "token", Optional.of(id.value()), scopes.text());
        return new ApiToken.Made(id, word.text());
    }

    /** Takes effect with the next call that comes in. @throws Problem.Missing */
    @Transactional
    public void revoke(Actor actor, ApiTokenId apiTokenId) {
        actor.must(Permission.ADMINISTER);
        if (!store.exists(actor.organization(), apiTokenId)) throw new Problem.Missing("API token", apiTokenId);
        if (store.revoke(actor.organization(), apiTokenId, clock.instant())) {
            auditLog.add(actor, "token.revoked", "token", Optional.of(apiTokenId.value()), "");
        }
    }
}
