package org.rung.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.common.Actor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Who is signed in on one browser, and the member they act as. A seat is shared by everything that happens in its
 * session, so that new roles, another organization and an end take effect everywhere at once.
 */
public final class Seat implements Authentication {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(15);

    private final AccountId accountId;
    private volatile Instant lookedAt = Instant.EPOCH;
    private volatile @Nullable String password;
    private volatile Actor.Member actor;
    private volatile @Nullable DeviceId device;
    private volatile boolean ended;

    Seat(AccountId accountId, Actor.Member actor) {
        this.accountId = accountId;
        this.actor = actor;
    }

    public AccountId accountId() {
        return accountId;
    }

    public Actor.Member actor() {
        return actor;
    }

    public boolean ended() {
        return ended;
    }

    /** The device that stays signed in, where it is one. */
    public Optional<DeviceId> device() {
        return Optional.ofNullable(device);
    }

    /** It comes back by itself from now on. */
    public void keptBy(DeviceId deviceId) {
        device = deviceId;
    }

    void actAs(Actor.Member other) {
        actor = other;
    }

    /** Whether it is time to look again at what another server may have changed. */
    boolean stale(Instant now) {
        return Duration.between(lookedAt, now).abs().compareTo(LOOK_EVERY) >= 0;
    }

    /** False when the password is another than at the first look: whoever sat down with the old one gets up. */
    boolean looked(Instant now, String passwordHash) {
        lookedAt = now;
        var before = password;
        password = passwordHash;
        return before == null || before.equals(passwordHash);
    }

    void end() {
        ended = true;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return ended
                ? List.of()
                : actor.roles().all().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                        .toList();
    }

    @Override
    public boolean isAuthenticated() {
        return !ended;
    }

    @Override
    public void setAuthenticated(boolean authenticated) {
        if (authenticated) throw new IllegalArgumentException("A seat is taken by signing in, not by saying so.");
        end();
    }

    @Override
    public AccountId getPrincipal() {
        return accountId;
    }

    @Override
    public String getName() {
        return accountId.text();
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getDetails() {
        return "";
    }

    @Override
    public String toString() {
        return "Seat[" + accountId + "]";
    }
}
