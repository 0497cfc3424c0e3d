package org.rung.accounts;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who sign in, across organizations; each of them looks only at their own account. */
@Service
public class Accounts {
    private static final int LONGEST_NAME = 120;

    private final AccountStore store;
    private final MemberStore members;
    private final Passwords passwords;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Accounts(
            AccountStore store,
            MemberStore members,
            Passwords passwords,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.passwords = passwords;
        this.announce = announce;
        this.clock = clock;
    }

    /** @throws Problem.Missing */
    @Transactional(readOnly = true)
    public Account get(AccountId accountId) {
        return store.find(accountId).orElseThrow(() -> new Problem.Missing("account", accountId));
    }

    /** The organizations this person may work in now, the one used last in front. */
    @Transactional(readOnly = true)
    public List<Membership> memberships(AccountId accountId) {
        return members.of(accountId);
    }

    /** The language that this person's screens speak from now on. */
    @Transactional
    public void speak(AccountId accountId, String language) {
        store.speak(accountId, language);
    }

    Optional<AccountId> named(EmailAddress email) {
        return store.find(email).map(AccountStore.Keyed::accountId);
    }

    /** Whether these two belong together; takes the same time when there is no such account. */
    Optional<AccountId> check(EmailAddress email, String password) {
        var found = store.find(email);
        var right = passwords.matches(password, found.flatMap(AccountStore.Keyed::passwordHash));
        return right ? found.map(AccountStore.Keyed::accountId) : Optional.empty();
    }

    AccountId open(String name, EmailAddress email, Optional<String> password) {
        var accountId = new AccountId(Id.next());
        try {
            store.insert(accountId, email, checkedName(name), password.map(passwords::hash), clock.instant());
        } catch (DuplicateKeyException someoneWasFirst) {
            throw new Problem.Conflict("problem.email-taken");
        }
        return accountId;
    }

    /** Gives an account a password without asking for the one before: what a person at the machine itself may do. */
    @Transactional
    public void newPassword(Actor.System machine, AccountId accountId, String password) {
        changePassword(accountId, password);
    }

    void changePassword(AccountId accountId, String password) {
        store.changePassword(accountId, passwords.hash(password));
        announce.publishEvent(new PasswordChanged(accountId));
    }

    static String checkedName(String name) {
        var trimmed = name.strip();
        if (trimmed.isEmpty()) throw new Problem.Invalid("name", "problem.own-name-empty");
        if (trimmed.length() > LONGEST_NAME) throw new Problem.Invalid("name", "problem.too-long", 120);
        return trimmed;
    }
}
