package org.rung.accounts;

import static org.rung.db.Tables.FOUNDING_LINKS;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class FoundingLinkStore {
    private final DSLContext database;

    FoundingLinkStore(DSLContext database) {
        this.database = database;
    }

    void insert(LinkWord word, boolean besideOthers, Instant now, Instant expiresAt) {
        database.insertInto(FOUNDING_LINKS)
                .set(FOUNDING_LINKS.TOKEN_HASH, word.hash())
                .set(FOUNDING_LINKS.BESIDE_OTHERS, besideOthers)
                .set(FOUNDING_LINKS.CREATED_AT, now)
                .set(FOUNDING_LINKS.EXPIRES_AT, expiresAt)
                .execute();
    }

    /** Whether the link that still works founds beside others; empty when it does not work. */
    Optional<Boolean> open(LinkWord word, Instant now) {
        return database.select(FOUNDING_LINKS.BESIDE_OTHERS)
                .from(FOUNDING_LINKS)
                .where(FOUNDING_LINKS.TOKEN_HASH.eq(word.hash()))
                .and(FOUNDING_LINKS.USED_AT.isNull())
                .and(FOUNDING_LINKS.EXPIRES_AT.gt(now))
                .fetchOptional(FOUNDING_LINKS.BESIDE_OTHERS);
    }

    /** Uses it up; of two who race, one gets false. */
    boolean claim(LinkWord word, Instant now) {
        return database.update(FOUNDING_LINKS)
                        .set(FOUNDING_LINKS.USED_AT, now)
                        .where(FOUNDING_LINKS.TOKEN_HASH.eq(word.hash()))
                        .and(FOUNDING_LINKS.USED_AT.isNull())
                        .and(FOUNDING_LINKS.EXPIRES_AT.gt(now))
                        .execute()
                == 1;
    }

    /** Each node may have printed one: the first use is the last of all of them. False when somebody was faster. */
    boolean claimAllForTheFirst(Instant now) {
        return database.update(FOUNDING_LINKS)
                        .set(FOUNDING_LINKS.USED_AT, now)
                        .where(FOUNDING_LINKS.BESIDE_OTHERS.isFalse())
                        .and(FOUNDING_LINKS.USED_AT.isNull())
                        .execute()
                > 0;
    }
}
