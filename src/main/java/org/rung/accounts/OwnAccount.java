package org.rung.accounts;

import java.time.Clock;
import java.util.Optional;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people change about their own account. Each of them is told by e-mail, in case it was not them. */
@Service
public class OwnAccount {
    private final AccountStore store;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    OwnAccount(
            AccountStore store,
            Accounts accounts,
            Passwords passwords,
            Attempts attempts,
            AuditLog auditLog,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.auditLog = auditLog;
        this.announce = announce;
        this.clock = clock;
    }

    @Transactional
    public void rename(AccountId accountId, String name) {
        store.rename(accountId, Accounts.checkedName(name));
    }

    /** Whether there is a password to ask for; who came in by other ways may have none. */
    @Transactional(readOnly = true)
    public boolean hasPassword(AccountId accountId) {
        return store.passwordHash(accountId).isPresent();
    }

    /**
     * Asks once more who it is, before what lets others in; nothing to ask where there is no password.
     *
     * @param address the network address that asks
     * @throws Problem.Refused when it is another one
     * @throws TooManyAttempts
     */
    public void mustKnow(AccountId accountId, String password, String address) {
        var hash = store.passwordHash(accountId);
        if (hash.isEmpty()) return;
        var attempt = attempts.begin(new EmailAddress(accounts.get(accountId).email()), address);
        attempt.refused().ifPresent(wait -> {
            throw new TooManyAttempts(wait);
        });
        if (!passwords.matches(password, hash)) throw new Problem.Refused("problem.password-other");
        attempt.succeeded();
    }

    /** Takes effect at once; every other browser of this account is signed out, and this one stays. */
    @Transactional
    public void changePassword(Seat seat, String former, String next, String address) {
        mustKnow(seat.accountId(), former, address);
        accounts.changePassword(seat.accountId(), next);
        seat.looked(clock.instant(), store.passwordHash(seat.accountId()).orElse(""));
        auditLog.add(seat.accountId(), "account.password-changed");
        tell(seat.accountId(), AccountChanged.Change.PASSWORD);
    }

    /** Where no e-mail can be sent that would prove it, the password has to do. @throws Problem.Conflict */
    @Transactional
    public void changeEmail(AccountId accountId, EmailAddress email, String password, String address) {
        mustKnow(accountId, password, address);
        proved(accountId, email);
    }

    /** What the account has proved to be its own address. @throws Problem.Conflict when it is another account's */
    @Transactional
    public void proved(AccountId accountId, EmailAddress email) {
        var before = accounts.get(accountId).email();
        if (before.equals(email.text())) return;
        try {
            store.changeEmail(accountId, email);
        } catch (DuplicateKeyException theirs) {
            throw new Problem.Conflict("problem.email-other");
        }
        auditLog.add(accountId, "account.email-changed");
        announce.publishEvent(new AccountChanged(accountId, before, AccountChanged.Change.EMAIL));
    }

    /** What the account has proved to be its own number; whoever had it before has it no more. */
    @Transactional
    public void proved(AccountId accountId, PhoneNumber phone) {
        if (accounts.get(accountId).mobile().equals(Optional.of(phone))) return;
        store.changeMobile(accountId, phone, clock.instant());
        auditLog.add(accountId, "account.mobile-changed");
        tell(accountId, AccountChanged.Change.MOBILE);
    }

    @Transactional
    public void dropMobile(AccountId accountId) {
        store.dropMobile(accountId);
        auditLog.add(accountId, "account.mobile-removed");
    }

    private void tell(AccountId accountId, AccountChanged.Change change) {
        announce.publishEvent(
                new AccountChanged(accountId, accounts.get(accountId).email(), change));
    }
}
