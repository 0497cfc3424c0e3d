package org.rung.accounts.codes;

import static org.rung.db.Tables.ONE_TIME_CODES;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.rung.accounts.AccountId;
import org.rung.accounts.CodePurpose;
import org.rung.accounts.LinkWord;
import org.rung.accounts.Way;
import org.springframework.stereotype.Repository;

@Repository
class CodeStore {
    /** A code that is to leave; its ask is named by the hash. */
    record Waiting(
            String askHash,
            AccountId accountId,
            CodePurpose purpose,
            Way way,
            String target,
            String sealed,
            Instant expiresAt) {
        @Override
        public String toString() {
            return "Waiting[" + accountId + "]";
        }
    }

    /** An ask that can still be answered. */
    record Open(String askHash, Optional<AccountId> accountId, Optional<String> target, String codeHash) {
        @Override
        public String toString() {
            return "Open[" + accountId + "]";
        }
    }

    private final DSLContext database;

    CodeStore(DSLContext database) {
        this.database = database;
    }

    /** When codes were asked for by this name, newest first. */
    List<Instant> askedSince(String askedHash, Instant since, int most) {
        return database.select(ONE_TIME_CODES.CREATED_AT)
                .from(ONE_TIME_CODES)
                .where(ONE_TIME_CODES.ASKED_HASH.eq(askedHash))
                .and(ONE_TIME_CODES.CREATED_AT.gt(since))
                .orderBy(ONE_TIME_CODES.CREATED_AT.desc())
                .limit(most)
                .fetch(ONE_TIME_CODES.CREATED_AT);
    }

    /** One statement, whether the account is known or not. */
    void insert(
            LinkWord ask,
            String askedHash,
            CodePurpose purpose,
            Way way,
            Optional<AccountId> accountId,
            Optional<String> target,
            OneTimeCode code,
            String sealed,
            Instant now,
            Instant expiresAt) {
        database.insertInto(ONE_TIME_CODES)
                .set(ONE_TIME_CODES.ASK_HASH, ask.hash())
                .set(ONE_TIME_CODES.ASKED_HASH, askedHash)
                .set(ONE_TIME_CODES.ACCOUNT_ID, accountId.orElse(null))
                .set(ONE_TIME_CODES.PURPOSE, purpose)
                .set(ONE_TIME_CODES.WAY, way)
                .set(ONE_TIME_CODES.TARGET, target.orElse(null))
                .set(ONE_TIME_CODES.CODE_HASH, OneTimeCode.hash(ask, code.digits()))
                .set(ONE_TIME_CODES.LINK_HASH, code.link().hash())
                .set(ONE_TIME_CODES.SEALED, accountId.isPresent() ? sealed : null)
                .set(ONE_TIME_CODES.CREATED_AT, now)
                .set(ONE_TIME_CODES.EXPIRES_AT, expiresAt)
                .set(ONE_TIME_CODES.CARRY_AT, accountId.isPresent() ? now : null)
                .execute();
    }

    /** What is to leave, locked until the transaction ends; what another server holds is left to it. */
    List<Waiting> lockWaiting(Instant now, int most) {
        return database.select(
                        ONE_TIME_CODES.ASK_HASH,
                        ONE_TIME_CODES.ACCOUNT_ID,
                        ONE_TIME_CODES.PURPOSE,
                        ONE_TIME_CODES.WAY,
                        ONE_TIME_CODES.TARGET,
                        ONE_TIME_CODES.SEALED,
                        ONE_TIME_CODES.EXPIRES_AT)
                .from(ONE_TIME_CODES)
                .where(ONE_TIME_CODES.CARRY_AT.le(now))
                .orderBy(ONE_TIME_CODES.CARRY_AT)
                .limit(most)
                .forUpdate()
                .skipLocked()
                .fetch(Records.mapping(Waiting::new));
    }

    /** The code itself is nowhere here any more. */
    void carried(List<String> askHashes) {
        database.update(ONE_TIME_CODES)
                .setNull(ONE_TIME_CODES.CARRY_AT)
                .setNull(ONE_TIME_CODES.SEALED)
                .where(ONE_TIME_CODES.ASK_HASH.in(askHashes))
                .execute();
    }

    /** Takes one try before the digits are looked at, so that guesses side by side gain nothing; false when none is left. */
    boolean takeTry(LinkWord ask, CodePurpose purpose, int most, Instant now) {
        return database.update(ONE_TIME_CODES)
                        .set(ONE_TIME_CODES.TRIES, ONE_TIME_CODES.TRIES.plus(1))
                        .where(ONE_TIME_CODES.ASK_HASH.eq(ask.hash()))
                        .and(ONE_TIME_CODES.TRIES.lt((byte) most))
                        .and(stillOpen(purpose, now))
                        .execute()
                == 1;
    }

    /** How many tries of it were taken. */
    int tries(LinkWord ask) {
        return database.select(ONE_TIME_CODES.TRIES)
                .from(ONE_TIME_CODES)
                .where(ONE_TIME_CODES.ASK_HASH.eq(ask.hash()))
                .fetchOptional(ONE_TIME_CODES.TRIES)
                .map(Byte::intValue)
                .orElse(0);
    }

    Optional<Open> open(LinkWord ask, CodePurpose purpose, Instant now) {
        return open(ONE_TIME_CODES.ASK_HASH.eq(ask.hash()), purpose, now);
    }

    Optional<Open> openByLink(LinkWord link, Instant now) {
        return open(ONE_TIME_CODES.LINK_HASH.eq(link.hash()), CodePurpose.SIGN_IN, now);
    }

    private Optional<Open> open(Condition which, CodePurpose purpose, Instant now) {
        return database.select(
                        ONE_TIME_CODES.ASK_HASH,
                        ONE_TIME_CODES.ACCOUNT_ID.convertFrom(Optional::ofNullable),
                        ONE_TIME_CODES.TARGET.convertFrom(Optional::ofNullable),
                        ONE_TIME_CODES.CODE_HASH)
                .from(ONE_TIME_CODES)
                .where(which)
                .and(stillOpen(purpose, now))
                .fetchOptional(Records.mapping(Open::new));
    }

    /** Uses it up; of two who race, one gets false. */
    boolean claim(String askHash, CodePurpose purpose, Instant now) {
        return database.update(ONE_TIME_CODES)
                        .set(ONE_TIME_CODES.USED_AT, now)
                        .setNull(ONE_TIME_CODES.CARRY_AT)
                        .setNull(ONE_TIME_CODES.SEALED)
                        .where(ONE_TIME_CODES.ASK_HASH.eq(askHash))
                        .and(stillOpen(purpose, now))
                        .execute()
                == 1;
    }

    private static Condition stillOpen(CodePurpose purpose, Instant now) {
        return ONE_TIME_CODES
                .PURPOSE
                .eq(purpose)
                .and(ONE_TIME_CODES.USED_AT.isNull())
                .and(ONE_TIME_CODES.EXPIRES_AT.gt(now));
    }

    /** Nothing that this account asked for works any more. */
    void expireAll(AccountId accountId, Instant now) {
        database.update(ONE_TIME_CODES)
                .set(ONE_TIME_CODES.EXPIRES_AT, now)
                .setNull(ONE_TIME_CODES.CARRY_AT)
                .setNull(ONE_TIME_CODES.SEALED)
                .where(ONE_TIME_CODES.ACCOUNT_ID.eq(accountId))
                .and(ONE_TIME_CODES.EXPIRES_AT.gt(now))
                .execute();
    }

    int dropBefore(Instant expired, int most) {
        return database.deleteFrom(ONE_TIME_CODES)
                .where(ONE_TIME_CODES.EXPIRES_AT.lt(expired))
                .limit(most)
                .execute();
    }
}
