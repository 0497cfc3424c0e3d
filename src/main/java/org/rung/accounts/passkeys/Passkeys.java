package org.rung.accounts.passkeys;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.accounts.AccountChanged;
import org.rung.accounts.AccountId;
import org.rung.accounts.Accounts;
import org.rung.accounts.AuditLog;
import org.rung.accounts.PasskeyId;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The passkeys of accounts, as Spring Security asks for them; and what people see of theirs. */
@Service
public class Passkeys implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {
    private static final int MOST = 20;
    private static final int LONGEST_LABEL = 120;

    private final PasskeyStore store;
    private final Accounts accounts;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Passkeys(
            PasskeyStore store, Accounts accounts, AuditLog auditLog, ApplicationEventPublisher announce, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.auditLog = auditLog;
        this.announce = announce;
        this.clock = clock;
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Passkey> all(AccountId accountId) {
        return store.all(accountId);
    }

    /** It lets nobody in any more. @throws Problem.Missing when the account has no such passkey */
    @Transactional
    public void remove(AccountId accountId, PasskeyId passkeyId) {
        if (!store.remove(accountId, passkeyId)) throw new Problem.Missing("passkey", passkeyId);
        auditLog.add(accountId, "account.passkey-removed");
    }

    /** Whose account it is that an authenticator knows by this. */
    public Optional<AccountId> owner(Bytes handle) {
        return store.owner(handle);
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return store.find(credential).orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return store.of(handle);
    }

    /** A new one, or one that was used; refused where a copy of it was used in between. */
    @Override
    @Transactional
    public void save(CredentialRecord passkey) {
        if (store.find(passkey.getCredentialId()).isEmpty()) {
            add(passkey);
        } else if (!store.used(
                passkey.getCredentialId(), passkey.getSignatureCount(), passkey.isBackupState(), clock.instant())) {
            throw new Problem.Refused("problem.passkey-copied");
        }
    }

    private void add(CredentialRecord made) {
        var accountId = owner(made.getUserEntityUserId())
                .orElseThrow(() -> new Problem.Missing("account", made.getUserEntityUserId()));
        if (store.count(accountId) >= MOST) throw new Problem.Conflict("problem.passkeys-many", MOST);
        var label = Optional.ofNullable(made.getLabel()).map(String::strip).orElse("");
        store.insert(
                new PasskeyId(Id.next()),
                accountId,
                made,
                label.substring(0, Math.min(LONGEST_LABEL, label.length())),
                clock.instant());
        auditLog.add(accountId, "account.passkey-added");
        announce.publishEvent(
                new AccountChanged(accountId, accounts.get(accountId).email(), AccountChanged.Change.PASSKEY));
    }

    /** People remove theirs by {@link #remove}, with whose it is. */
    @Override
    public void delete(Bytes credential) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return owner(handle).map(accountId -> entity(accountId, handle)).orElse(null);
    }

    /** @param name the account's id, as a seat names itself; what phones show is the e-mail and the name */
    @Override
    @Transactional
    public PublicKeyCredentialUserEntity findByUsername(String name) {
        var accountId = new AccountId(Id.parse("account", name));
        return entity(accountId, store.handle(accountId));
    }

    private PublicKeyCredentialUserEntity entity(AccountId accountId, Bytes handle) {
        var account = accounts.get(accountId);
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle)
                .name(account.email())
                .displayName(account.name())
                .build();
    }

    /** Handles are made when they are first asked for. */
    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new UnsupportedOperationException();
    }
}
