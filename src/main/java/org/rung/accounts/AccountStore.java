package org.rung.accounts;

import static org.rung.db.Tables.ACCOUNTS;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.rung.common.PhoneNumber;
import org.springframework.stereotype.Repository;

@Repository
class AccountStore {
    /** An account with the hash of its password; it has none until its person makes one. */
    record Keyed(AccountId accountId, String name, Optional<String> passwordHash) {
        @Override
        public String toString() {
            return "Keyed[" + accountId + "]";
        }
    }

    /** Whose mobile number one is. */
    record Reached(AccountId accountId, PhoneNumber phone) {}

    private final DSLContext database;

    AccountStore(DSLContext database) {
        this.database = database;
    }

    Optional<Keyed> find(EmailAddress email) {
        return database.select(ACCOUNTS.ACCOUNT_ID, ACCOUNTS.NAME, ACCOUNTS.PASSWORD_HASH)
                .from(ACCOUNTS)
                .where(ACCOUNTS.EMAIL.eq(email.text()))
                .fetchOptional(row -> new Keyed(row.value1(), row.value2(), Optional.ofNullable(row.value3())));
    }

    /** The first, where the same digits are somebody's in several countries. */
    Optional<Reached> byMobile(Collection<PhoneNumber> phones) {
        return database.select(ACCOUNTS.ACCOUNT_ID, ACCOUNTS.MOBILE_PHONE)
                .from(ACCOUNTS)
                .where(ACCOUNTS.MOBILE_PHONE.in(phones))
                .orderBy(ACCOUNTS.ACCOUNT_ID)
                .limit(1)
                .fetchOptional(Records.mapping(Reached::new));
    }

    Optional<Account> find(AccountId accountId) {
        return database.select(
                        ACCOUNTS.ACCOUNT_ID,
                        ACCOUNTS.EMAIL,
                        ACCOUNTS.NAME,
                        ACCOUNTS.LANGUAGE.convertFrom(Optional::ofNullable),
                        ACCOUNTS.MOBILE_PHONE.convertFrom(Optional::ofNullable))
                .from(ACCOUNTS)
                .where(ACCOUNTS.ACCOUNT_ID.eq(accountId))
                .fetchOptional(Records.mapping(Account::new));
    }

    void insert(AccountId accountId, EmailAddress email, String name, Optional<String> passwordHash, Instant now) {
        database.insertInto(ACCOUNTS)
                .set(ACCOUNTS.ACCOUNT_ID, accountId)
                .set(ACCOUNTS.EMAIL, email.text())
                .set(ACCOUNTS.NAME, name)
                .set(ACCOUNTS.PASSWORD_HASH, passwordHash.orElse(null))
                .set(ACCOUNTS.CREATED_AT, now)
                .execute();
    }

    void changePassword(AccountId accountId, String passwordHash) {
        database.update(ACCOUNTS)
                .set(ACCOUNTS.PASSWORD_HASH, passwordHash)
                .where(ACCOUNTS.ACCOUNT_ID.eq(accountId))
                .execute();
    }

    void signedIn(AccountId accountId, Instant now) {
        database.update(ACCOUNTS)
                .set(ACCOUNTS.SIGNED_IN_AT, now)
                .where(ACCOUNTS.ACCOUNT_ID.eq(accountId))
                .execute();
    }

    void rename(AccountId accountId, String name) {
        database.update(ACCOUNTS)
                .set(ACCOUNTS.NAME, name)
                .where(ACCOUNTS.ACCOUNT_ID.eq(accountId))
                .execute();
    }

    void changeEmail(AccountId accountId, EmailAddress email) {
        database.update(ACCOUNTS)
                .set(ACCOUNTS.EMAIL, email.text())
                .where(ACCOUNTS.ACCOUNT_ID.eq(accountId))
                .execute();
    }

    /** Whoever proved it before has it no more: numbers are given to others. */
    void changeMobile(AccountId accountId, PhoneNumber phone, Instant now) {
        database.update(ACCOUNTS)
                .setNull(ACCOUNTS.MOBILE_PHONE)
                .setNull(ACCOUNTS.MOBILE_VERIFIED_AT)
                .where(ACCOUNTS.MOBILE_PHONE.eq(phone))
                .and(ACCOUNTS.ACCOUNT_ID.ne(accountId))
                .execute();
        database.update(ACCOUNTS)
                .set(ACCOUNTS.MOBILE_PHONE, phone)
                .set(ACCOUNTS.MOBILE_VERIFIED_AT, now)
                .where(ACCOUNTS.ACCOUNT_ID.eq(accountId))
                .execute();
    }

    void dropMobile(AccountId accountId) {
        database.update(ACCOUNTS)
                .setNull(ACCOUNTS.MOBILE_PHONE)
                .setNull(ACCOUNTS.MOBILE_VERIFIED_AT)
                .where(ACCOUNTS.ACCOUNT_ID.eq(accountId))
                .execute();
    }

    Optional<String> passwordHash(AccountId accountId) {
        return database.select(ACCOUNTS.PASSWORD_HASH)
                .from(ACCOUNTS)
                .where(ACCOUNTS.ACCOUNT_ID.eq(accountId))
                .fetchOptional(ACCOUNTS.PASSWORD_HASH);
    }

    void speak(AccountId accountId, String language) {
        database.update(ACCOUNTS)
                .set(ACCOUNTS.LANGUAGE, language)
                .where(ACCOUNTS.ACCOUNT_ID.eq(accountId))
                .execute();
    }
}
