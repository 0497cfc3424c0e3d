package org.rung.payments;

import static org.rung.db.Tables.PAYMENT_ACCOUNTS;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.rung.db.tables.records.PaymentAccountsRecord;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

@Repository
class PaymentAccountStore {
    private final DSLContext db;

    PaymentAccountStore(DSLContext db) {
        this.db = db;
    }

    Optional<PaymentAccount> of(OrganizationId organizationId) {
        return find(PAYMENT_ACCOUNTS.ORGANIZATION_ID.eq(organizationId));
    }

    Optional<PaymentAccount> byWord(String word) {
        return find(PAYMENT_ACCOUNTS.WORD.eq(word));
    }

    Optional<PaymentAccount> byHook(String code) {
        return find(PAYMENT_ACCOUNTS.HOOK_CODE.eq(code));
    }

    /** Those that have a key, for the jobs of the night. */
    List<OrganizationId> keyed() {
        return db.select(PAYMENT_ACCOUNTS.ORGANIZATION_ID)
                .from(PAYMENT_ACCOUNTS)
                .where(PAYMENT_ACCOUNTS.SECRET_SEALED.isNotNull())
                .orderBy(PAYMENT_ACCOUNTS.ORGANIZATION_ID)
                .fetch(PAYMENT_ACCOUNTS.ORGANIZATION_ID);
    }

    private Optional<PaymentAccount> find(Condition which) {
        return db.selectFrom(PAYMENT_ACCOUNTS).where(which).fetchOptional(PaymentAccountStore::account);
    }

    private static PaymentAccount account(PaymentAccountsRecord row) {
        return new PaymentAccount(
                row.getOrganizationId(),
                row.getWord(),
                row.getHookCode(),
                row.getSecretSealed() != null,
                row.getSigningSealed() != null,
                row.getLive(),
                row.getSimulated(),
                row.getCharges(),
                row.getOpened(),
                row.getCurrency(),
                Arrays.stream(row.getAmounts().split(",")).map(Long::valueOf).toList(),
                row.getAbout(),
                row.getAccountName(),
                Optional.ofNullable(row.getCheckedAt()),
                Optional.ofNullable(row.getTrouble()),
                Optional.ofNullable(row.getComparedAt()));
    }

    /** False when another organization has the word. */
    boolean save(PaymentAccount account) {
        String amounts = account.amounts().stream().map(String::valueOf).collect(Collectors.joining(","));
        try {
            db.insertInto(PAYMENT_ACCOUNTS)
                    .set(PAYMENT_ACCOUNTS.ORGANIZATION_ID, account.organizationId())
                    .set(PAYMENT_ACCOUNTS.WORD, account.word())
                    .set(PAYMENT_ACCOUNTS.HOOK_CODE, account.hookCode())
                    .set(PAYMENT_ACCOUNTS.OPENED, account.opened())
                    .set(PAYMENT_ACCOUNTS.CURRENCY, account.currency())
                    .set(PAYMENT_ACCOUNTS.AMOUNTS, amounts)
                    .set(PAYMENT_ACCOUNTS.ABOUT, account.about())
                    .onDuplicateKeyIgnore()
                    .execute();
            db.update(PAYMENT_ACCOUNTS)
                    .set(PAYMENT_ACCOUNTS.WORD, account.word())
                    .set(PAYMENT_ACCOUNTS.OPENED, account.opened())
                    .set(PAYMENT_ACCOUNTS.CURRENCY, account.currency())
                    .set(PAYMENT_ACCOUNTS.AMOUNTS, amounts)
                    .set(PAYMENT_ACCOUNTS.ABOUT, account.about())
                    .where(PAYMENT_ACCOUNTS.ORGANIZATION_ID.eq(account.organizationId()))
                    .execute();
            return of(account.organizationId()).isPresent();
        } catch (DuplicateKeyException anothers) {
            return false;
        }
    }

    record Keys(String secret, Optional<String> signing, boolean simulated) {}

    /** As they are sealed. */
    Optional<Keys> keys(OrganizationId organizationId) {
        return db.select(PAYMENT_ACCOUNTS.SECRET_SEALED, PAYMENT_ACCOUNTS.SIGNING_SEALED, PAYMENT_ACCOUNTS.SIMULATED)
                .from(PAYMENT_ACCOUNTS)
                .where(PAYMENT_ACCOUNTS.ORGANIZATION_ID.eq(organizationId), PAYMENT_ACCOUNTS.SECRET_SEALED.isNotNull())
                .fetchOptional(row -> new Keys(row.value1(), Optional.ofNullable(row.value2()), row.value3()));
    }

    void key(OrganizationId organizationId, String sealed, boolean simulated, ProviderAccount account, Instant now) {
        db.update(PAYMENT_ACCOUNTS)
                .set(PAYMENT_ACCOUNTS.SECRET_SEALED, sealed)
                .set(PAYMENT_ACCOUNTS.SIMULATED, simulated)
                .setNull(PAYMENT_ACCOUNTS.SIGNING_SEALED)
                .setNull(PAYMENT_ACCOUNTS.MARK_AT)
                .where(PAYMENT_ACCOUNTS.ORGANIZATION_ID.eq(organizationId))
                .execute();
        checked(organizationId, account, now);
    }

    void sign(OrganizationId organizationId, String sealed) {
        db.update(PAYMENT_ACCOUNTS)
                .set(PAYMENT_ACCOUNTS.SIGNING_SEALED, sealed)
                .where(PAYMENT_ACCOUNTS.ORGANIZATION_ID.eq(organizationId))
                .execute();
    }

    void checked(OrganizationId organizationId, ProviderAccount account, Instant now) {
        db.update(PAYMENT_ACCOUNTS)
                .set(PAYMENT_ACCOUNTS.LIVE, account.live())
                .set(PAYMENT_ACCOUNTS.CHARGES, account.charges())
                .set(PAYMENT_ACCOUNTS.ACCOUNT_NAME, account.name())
                .set(PAYMENT_ACCOUNTS.CHECKED_AT, now)
                .setNull(PAYMENT_ACCOUNTS.TROUBLE)
                .where(PAYMENT_ACCOUNTS.ORGANIZATION_ID.eq(organizationId))
                .execute();
    }

    void troubled(OrganizationId organizationId, Trouble trouble, Instant now) {
        db.update(PAYMENT_ACCOUNTS)
                .set(PAYMENT_ACCOUNTS.TROUBLE, trouble)
                .set(PAYMENT_ACCOUNTS.CHECKED_AT, now)
                .where(PAYMENT_ACCOUNTS.ORGANIZATION_ID.eq(organizationId))
                .execute();
    }

    void forget(OrganizationId organizationId) {
        db.update(PAYMENT_ACCOUNTS)
                .setNull(PAYMENT_ACCOUNTS.SECRET_SEALED)
                .setNull(PAYMENT_ACCOUNTS.SIGNING_SEALED)
                .setNull(PAYMENT_ACCOUNTS.TROUBLE)
                .set(PAYMENT_ACCOUNTS.OPENED, false)
                .where(PAYMENT_ACCOUNTS.ORGANIZATION_ID.eq(organizationId))
                .execute();
    }

    Optional<Instant> mark(OrganizationId organizationId) {
        return db.select(PAYMENT_ACCOUNTS.MARK_AT)
                .from(PAYMENT_ACCOUNTS)
                .where(PAYMENT_ACCOUNTS.ORGANIZATION_ID.eq(organizationId), PAYMENT_ACCOUNTS.MARK_AT.isNotNull())
                .fetchOptional(PAYMENT_ACCOUNTS.MARK_AT);
    }

    void compared(OrganizationId organizationId, Instant mark) {
        db.update(PAYMENT_ACCOUNTS)
                .set(PAYMENT_ACCOUNTS.MARK_AT, mark)
                .set(PAYMENT_ACCOUNTS.COMPARED_AT, mark)
                .where(PAYMENT_ACCOUNTS.ORGANIZATION_ID.eq(organizationId))
                .execute();
    }
}
