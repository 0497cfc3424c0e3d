package org.rung.accounts;

import java.time.Clock;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Coming in: with an e-mail and a password, or by what has proved the person otherwise. */
@Service
public class SignIns {
    private final Accounts accounts;
    private final AccountStore store;
    private final Introductions introductions;
    private final MemberStore members;
    private final Attempts attempts;
    private final AuditLog auditLog;
    private final Clock clock;

    SignIns(
            Accounts accounts,
            AccountStore store,
            Introductions introductions,
            MemberStore members,
            Attempts attempts,
            AuditLog auditLog,
            Clock clock) {
        this.accounts = accounts;
        this.store = store;
        this.introductions = introductions;
        this.members = members;
        this.attempts = attempts;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /**
     * Whose e-mail, or mobile number, and password these are.
     *
     * @param address the network address that asks
     * @throws TooManyAttempts when this account or address has failed too often
     * @throws Problem.Refused when the two do not belong together; it does not say which is wrong
     */
    public AccountId check(String typed, String password, String address) {
        var named = email(typed);
        var attempt = attempts.begin(named, address);
        attempt.refused().ifPresent(wait -> {
            throw new TooManyAttempts(wait);
        });
        var found = accounts.check(named, password);
        if (found.isEmpty()) {
            if (attempt.wasTheLast()) noteFailures(named);
            throw new Problem.Refused("problem.sign-in-wrong");
        }
        attempt.succeeded();
        return found.get();
    }

    private EmailAddress email(String typed) {
        if (!typed.contains("@")) {
            var known = introductions.of(typed).accountId().flatMap(store::find);
            if (known.isPresent()) return new EmailAddress(known.get().email());
        }
        try {
            return new EmailAddress(typed);
        } catch (Problem.Invalid noAddress) {
            return new EmailAddress("nobody@nowhere.invalid");
        }
    }

    /** The seat of an account in the organization it used last. @throws Problem.Refused when no organization lets it in */
    @Transactional
    public Seat seat(AccountId accountId) {
        return seat(accountId, Optional.empty());
    }

    /** The seat of an account in one organization. @throws Problem.Refused when that one does not let it in */
    @Transactional
    public Seat seat(AccountId accountId, Optional<MemberId> wanted) {
        var membership = members.of(accountId).stream()
                .filter(each -> wanted.isEmpty() || wanted.get().equals(each.memberId()))
                .findFirst()
                .orElseThrow(() -> new Problem.Refused("problem.no-organization"));
        store.signedIn(accountId, clock.instant());
        members.used(membership.memberId(), clock.instant());
        return new Seat(accountId, actor(membership));
    }

    @Transactional
    void switchTo(Seat seat, MemberId memberId) {
        var membership = members.of(seat.accountId()).stream()
                .filter(each -> each.memberId().equals(memberId))
                .findFirst()
                .orElseThrow(() -> new Problem.Missing("member", memberId));
        members.used(memberId, clock.instant());
        seat.actAs(actor(membership));
    }

    /** What another server did to the member meanwhile (suspended, new roles, new password) takes effect within seconds. */
    void lookAgain(Seat seat) {
        var now = clock.instant();
        if (!seat.stale(now)) return;
        var standing = members.standing(seat.actor().memberId());
        if (standing.isEmpty() || !seat.looked(now, standing.get().passwordHash())) {
            seat.end();
            return;
        }
        var before = seat.actor();
        if (!before.roles().equals(standing.get().roles())) {
            seat.actAs(new Actor.Member(
                    before.organization(), before.memberId(), standing.get().roles()));
        }
    }

    private void noteFailures(EmailAddress email) {
        accounts.named(email).ifPresent(this::tooOften);
    }

    /** Notes for the admins that somebody was wrong about this account too often. */
    @Transactional
    public void tooOften(AccountId accountId) {
        members.of(accountId)
                .forEach(membership -> auditLog.add(
                        new Actor.System(membership.organizationId()),
                        "sign-in.limited",
                        "member",
                        Optional.of(membership.memberId().value()),
                        ""));
    }

    private static Actor.Member actor(Membership membership) {
        return new Actor.Member(membership.organizationId(), membership.memberId(), membership.roles());
    }
}
