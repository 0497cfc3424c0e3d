package org.rung.accounts.devices;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.AccountChanged;
import org.rung.accounts.AccountId;
import org.rung.accounts.Accounts;
import org.rung.accounts.AuditLog;
import org.rung.accounts.DeviceId;
import org.rung.accounts.MemberSuspended;
import org.rung.accounts.Members;
import org.rung.accounts.PasswordChanged;
import org.rung.accounts.SignedOut;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Browsers that stay signed in for 30 days after they were used last. What a browser keeps is good once: whoever comes
 * with what was used before has a copy, and then nothing of this account stays signed in.
 */
@Service
public class Devices {
    public static final Duration KEPT = Duration.ofDays(30);

    /** A browser asks for several things at once when it comes back, all with what it kept. */
    static final Duration AT_ONCE = Duration.ofMinutes(1);

    private static final int MOST_SHOWN = 50;
    private static final int LONGEST_LABEL = 120;

    private final DeviceStore store;
    private final Accounts accounts;
    private final Members members;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Devices(
            DeviceStore store,
            Accounts accounts,
            Members members,
            AuditLog auditLog,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.members = members;
        this.auditLog = auditLog;
        this.announce = announce;
        this.clock = clock;
    }

    /** What a browser is to keep, and which device it is now. */
    public record Remembered(DeviceId deviceId, String kept) {
        @Override
        public String toString() {
            return "Remembered[" + deviceId + "]";
        }
    }

    /** @param userAgent what the browser says of itself; only its name and its system are kept */
    @Transactional
    public Remembered remember(AccountId accountId, String userAgent) {
        var kept = Kept.fresh();
        var deviceId = new DeviceId(Id.next());
        var name = BrowserName.of(userAgent);
        var now = clock.instant();
        store.insert(
                deviceId,
                accountId,
                kept,
                name.substring(0, Math.min(LONGEST_LABEL, name.length())),
                now,
                now.plus(KEPT));
        return new Remembered(deviceId, kept.text());
    }

    /** Whose browser comes back with this. */
    @Transactional
    public Recalled recall(String text) {
        var read = Kept.read(text);
        if (read.isEmpty()) return new Recalled.Unknown();
        var kept = read.get();
        var now = clock.instant();
        var found = store.find(kept.series(), now);
        if (found.isEmpty()) return new Recalled.Unknown();
        var device = found.get();
        var next = kept.next();
        if (device.wordHash().equals(kept.word().hash())
                && store.turn(device.deviceId(), kept.word(), next.word(), now, now.plus(KEPT))) {
            return new Recalled.Known(device.accountId(), device.deviceId(), Optional.of(next.text()));
        }
        return store.find(kept.series(), now)
                .filter(again ->
                        again.formerHash().equals(Optional.of(kept.word().hash())))
                .filter(again -> again.usedAt().plus(AT_ONCE).isAfter(now))
                .<Recalled>map(again -> new Recalled.Known(again.accountId(), again.deviceId(), Optional.empty()))
                .orElseGet(() -> stolen(device.accountId()));
    }

    private Recalled stolen(AccountId accountId) {
        store.forgetAll(accountId);
        auditLog.add(accountId, "account.device-copied");
        announce.publishEvent(new SignedOut(accountId, Optional.empty()));
        announce.publishEvent(
                new AccountChanged(accountId, accounts.get(accountId).email(), AccountChanged.Change.STOLEN));
        return new Recalled.Stolen();
    }

    /** Those that stay signed in, the one used last in front; at most 50. */
    @Transactional(readOnly = true)
    public List<RememberedDevice> all(AccountId accountId) {
        return store.all(accountId, clock.instant(), MOST_SHOWN);
    }

    /** It is signed out at once, on whatever server its screens are. @throws Problem.Missing */
    @Transactional
    public void forget(AccountId accountId, DeviceId deviceId) {
        if (!store.forget(accountId, deviceId)) throw new Problem.Missing("device", deviceId);
        auditLog.add(accountId, "account.device-forgotten");
        announce.publishEvent(new SignedOut(accountId, Optional.of(deviceId)));
    }

    /** A browser that signs out by itself; nothing when it is forgotten already. */
    @Transactional
    public void leave(String text) {
        Kept.read(text)
                .flatMap(kept -> store.find(kept.series(), clock.instant()))
                .ifPresent(device -> store.forget(device.accountId(), device.deviceId()));
    }

    @EventListener
    void on(PasswordChanged changed) {
        store.forgetAll(changed.accountId());
    }

    /** In all organizations: whoever is let in elsewhere signs in there anew. */
    @EventListener
    void on(MemberSuspended suspended) {
        var member = members.get(new Actor.System(suspended.organizationId()), suspended.memberId());
        store.forgetAll(member.accountId());
    }

    void dropOld() {
        while (store.dropBefore(clock.instant(), 1_000) == 1_000) {}
    }
}
