package org.rung.accounts.passkeys;

import static org.rung.db.Tables.PASSKEYS;
import static org.rung.db.Tables.PASSKEY_OWNERS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Records;
import org.rung.accounts.AccountId;
import org.rung.accounts.LinkWord;
import org.rung.accounts.PasskeyId;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.stereotype.Repository;

@Repository
class PasskeyStore {
    private final DSLContext database;

    PasskeyStore(DSLContext database) {
        this.database = database;
    }

    /** The account's handle for life; of two who make one at once, both get the first. */
    Bytes handle(AccountId accountId) {
        return findHandle(accountId).orElseGet(() -> {
            database.insertInto(PASSKEY_OWNERS)
                    .set(PASSKEY_OWNERS.ACCOUNT_ID, accountId)
                    .set(PASSKEY_OWNERS.HANDLE, Bytes.random().toBase64UrlString())
                    .onDuplicateKeyIgnore()
                    .execute();
            return findHandle(accountId).orElseThrow();
        });
    }

    private Optional<Bytes> findHandle(AccountId accountId) {
        return database.select(PASSKEY_OWNERS.HANDLE)
                .from(PASSKEY_OWNERS)
                .where(PASSKEY_OWNERS.ACCOUNT_ID.eq(accountId))
                .fetchOptional(row -> Bytes.fromBase64(row.value1()));
    }

    Optional<AccountId> owner(Bytes handle) {
        return database.select(PASSKEY_OWNERS.ACCOUNT_ID)
                .from(PASSKEY_OWNERS)
                .where(PASSKEY_OWNERS.HANDLE.eq(handle.toBase64UrlString()))
                .fetchOptional(PASSKEY_OWNERS.ACCOUNT_ID);
    }

    List<Passkey> all(AccountId accountId) {
        return database.select(
                        PASSKEYS.PASSKEY_ID,
                        PASSKEYS.LABEL,
                        PASSKEYS.BACKED_UP,
                        PASSKEYS.CREATED_AT,
                        PASSKEYS.USED_AT.convertFrom(Optional::ofNullable))
                .from(PASSKEYS)
                .where(PASSKEYS.ACCOUNT_ID.eq(accountId))
                .orderBy(PASSKEYS.PASSKEY_ID)
                .fetch(Records.mapping(Passkey::new));
    }

    Optional<CredentialRecord> find(Bytes credential) {
        return records(PASSKEYS.CREDENTIAL_HASH.eq(hash(credential))).stream().findFirst();
    }

    List<CredentialRecord> of(Bytes handle) {
        return records(PASSKEY_OWNERS.HANDLE.eq(handle.toBase64UrlString()));
    }

    private List<CredentialRecord> records(Condition which) {
        return database.select(PASSKEYS.asterisk(), PASSKEY_OWNERS.HANDLE)
                .from(PASSKEYS)
                .join(PASSKEY_OWNERS)
                .on(PASSKEY_OWNERS.ACCOUNT_ID.eq(PASSKEYS.ACCOUNT_ID))
                .where(which)
                .orderBy(PASSKEYS.PASSKEY_ID)
                .fetch(PasskeyStore::record);
    }

    private static CredentialRecord record(Record row) {
        return ImmutableCredentialRecord.builder()
                .credentialId(Bytes.fromBase64(row.get(PASSKEYS.CREDENTIAL)))
                .userEntityUserId(Bytes.fromBase64(row.get(PASSKEY_OWNERS.HANDLE)))
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .publicKey(new ImmutablePublicKeyCose(row.get(PASSKEYS.PUBLIC_KEY)))
                .attestationObject(new Bytes(row.get(PASSKEYS.ATTESTATION)))
                .signatureCount(row.get(PASSKEYS.SIGNATURES))
                .uvInitialized(row.get(PASSKEYS.VERIFIED))
                .backupEligible(row.get(PASSKEYS.MOVABLE))
                .backupState(row.get(PASSKEYS.BACKED_UP))
                .transports(transports(row.get(PASSKEYS.TRANSPORTS)))
                .label(row.get(PASSKEYS.LABEL))
                .created(row.get(PASSKEYS.CREATED_AT))
                .build();
    }

    private static Set<AuthenticatorTransport> transports(String text) {
        return Stream.of(text.split(","))
                .filter(name -> !name.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }

    void insert(PasskeyId passkeyId, AccountId accountId, CredentialRecord made, String label, Instant now) {
        database.insertInto(PASSKEYS)
                .set(PASSKEYS.PASSKEY_ID, passkeyId)
                .set(PASSKEYS.ACCOUNT_ID, accountId)
                .set(PASSKEYS.CREDENTIAL_HASH, hash(made.getCredentialId()))
                .set(PASSKEYS.CREDENTIAL, made.getCredentialId().toBase64UrlString())
                .set(PASSKEYS.PUBLIC_KEY, made.getPublicKey().getBytes())
                .set(
                        PASSKEYS.ATTESTATION,
                        Optional.ofNullable(made.getAttestationObject())
                                .map(Bytes::getBytes)
                                .orElseThrow())
                .set(PASSKEYS.SIGNATURES, made.getSignatureCount())
                .set(PASSKEYS.VERIFIED, made.isUvInitialized())
                .set(PASSKEYS.MOVABLE, made.isBackupEligible())
                .set(PASSKEYS.BACKED_UP, made.isBackupState())
                .set(
                        PASSKEYS.TRANSPORTS,
                        made.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .collect(Collectors.joining(",")))
                .set(PASSKEYS.LABEL, label)
                .set(PASSKEYS.CREATED_AT, now)
                .execute();
    }

    /**
     * False where its counter did not go up: then there are two of it, and one was copied. Those that do not count say
     * zero each time.
     */
    boolean used(Bytes credential, long signatures, boolean backedUp, Instant now) {
        return database.update(PASSKEYS)
                        .set(PASSKEYS.SIGNATURES, signatures)
                        .set(PASSKEYS.BACKED_UP, backedUp)
                        .set(PASSKEYS.USED_AT, now)
                        .where(PASSKEYS.CREDENTIAL_HASH.eq(hash(credential)))
                        .and(PASSKEYS.SIGNATURES
                                .lt(signatures)
                                .or(PASSKEYS.SIGNATURES.eq(0L).and(PASSKEYS.SIGNATURES.eq(signatures))))
                        .execute()
                == 1;
    }

    boolean remove(AccountId accountId, PasskeyId passkeyId) {
        return database.deleteFrom(PASSKEYS)
                        .where(PASSKEYS.ACCOUNT_ID.eq(accountId))
                        .and(PASSKEYS.PASSKEY_ID.eq(passkeyId))
                        .execute()
                == 1;
    }

    int count(AccountId accountId) {
        return database.fetchCount(PASSKEYS, PASSKEYS.ACCOUNT_ID.eq(accountId));
    }

    private static String hash(Bytes credential) {
        return new LinkWord(credential.toBase64UrlString()).hash();
    }
}
