package org.rung.accounts;

import static org.rung.db.Tables.RESET_LINKS;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.common.MemberId;
import org.springframework.stereotype.Repository;

@Repository
class ResetStore {
    private final DSLContext database;

    ResetStore(DSLContext database) {
        this.database = database;
    }

    void insert(LinkWord word, AccountId accountId, Optional<MemberId> madeBy, Instant now, Instant expiresAt) {
        database.insertInto(RESET_LINKS)
                .set(RESET_LINKS.TOKEN_HASH, word.hash())
                .set(RESET_LINKS.ACCOUNT_ID, accountId)
                .set(RESET_LINKS.MADE_BY_MEMBER_ID, madeBy.orElse(null))
                .set(RESET_LINKS.CREATED_AT, now)
                .set(RESET_LINKS.EXPIRES_AT, expiresAt)
                .execute();
    }

    /** An account has one link that works: the newest. */
    void expireAll(AccountId accountId, Instant now) {
        database.update(RESET_LINKS)
                .set(RESET_LINKS.EXPIRES_AT, now)
                .where(RESET_LINKS.ACCOUNT_ID.eq(accountId))
                .and(RESET_LINKS.USED_AT.isNull())
                .and(RESET_LINKS.EXPIRES_AT.gt(now))
                .execute();
    }

    Optional<AccountId> open(LinkWord word, Instant now) {
        return database.select(RESET_LINKS.ACCOUNT_ID)
                .from(RESET_LINKS)
                .where(RESET_LINKS.TOKEN_HASH.eq(word.hash()))
                .and(RESET_LINKS.USED_AT.isNull())
                .and(RESET_LINKS.EXPIRES_AT.gt(now))
                .fetchOptional(RESET_LINKS.ACCOUNT_ID);
    }

    /** Uses it up; of two who race, one gets false. */
    boolean claim(LinkWord word, Instant now) {
        return database.update(RESET_LINKS)
                        .set(RESET_LINKS.USED_AT, now)
                        .where(RESET_LINKS.TOKEN_HASH.eq(word.hash()))
                        .and(RESET_LINKS.USED_AT.isNull())
                        .and(RESET_LINKS.EXPIRES_AT.gt(now))
                        .execute()
                == 1;
    }
}
