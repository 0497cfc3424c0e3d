package org.rung.review;

import static org.rung.db.Tables.WATCHED_SLURS;
import static org.rung.db.Tables.WATCHED_WORDS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

@Repository
class WatchedWordStore {
    private final DSLContext db;

    WatchedWordStore(DSLContext db) {
        this.db = db;
    }

    /** By the alphabet; a list is short by its limit. */
    List<WatchedWord> all(OrganizationId here) {
        return db.select(WATCHED_WORDS.WATCHED_WORD_ID, WATCHED_WORDS.PHRASE, WATCHED_WORDS.STRENGTH)
                .from(WATCHED_WORDS)
                .where(WATCHED_WORDS.ORGANIZATION_ID.eq(here))
                .orderBy(WATCHED_WORDS.PHRASE, WATCHED_WORDS.WATCHED_WORD_ID)
                .fetch(row -> new WatchedWord(row.value1(), row.value2(), row.value3()));
    }

    Watchlist list(OrganizationId here) {
        List<Watchlist.Entry> entries = db.select(WATCHED_WORDS.PHRASE, WATCHED_WORDS.FOLDED, WATCHED_WORDS.STRENGTH)
                .from(WATCHED_WORDS)
                .where(WATCHED_WORDS.ORGANIZATION_ID.eq(here))
                .fetch(row -> new Watchlist.Entry(row.value1(), row.value2(), row.value3()));
        return new Watchlist(List.copyOf(entries), slurs(here));
    }

    /** Empty where they are let through. */
    Optional<Strength> slurs(OrganizationId here) {
        return db
                .select(WATCHED_SLURS.STRENGTH)
                .from(WATCHED_SLURS)
                .where(WATCHED_SLURS.ORGANIZATION_ID.eq(here))
                .fetch(row -> Optional.ofNullable(row.value1()))
                .stream()
                .findFirst()
                .orElse(Optional.of(Strength.WARN));
    }

    void slurs(OrganizationId here, Optional<Strength> strength) {
        db.execute(
                "insert into watched_slurs (organization_id, strength) values (?, ?)"
                        + " on duplicate key update strength = values(strength)",
                here.value(),
                strength.map(Strength::name).orElse(null));
    }

    /** False where the list has it, by the unique key. */
    boolean add(Actor actor, WatchedWord word, String folded, Instant now) {
        return db.insertInto(WATCHED_WORDS)
                        .set(WATCHED_WORDS.WATCHED_WORD_ID, word.watchedWordId())
                        .set(WATCHED_WORDS.ORGANIZATION_ID, actor.organization())
                        .set(WATCHED_WORDS.PHRASE, word.phrase())
                        .set(WATCHED_WORDS.FOLDED, folded)
                        .set(WATCHED_WORDS.STRENGTH, word.strength())
                        .set(WATCHED_WORDS.MADE_BY_MEMBER_ID, actor.member().orElse(null))
                        .set(WATCHED_WORDS.CREATED_AT, now)
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    boolean change(OrganizationId here, WatchedWordId id, Strength strength) {
        return db.update(WATCHED_WORDS)
                        .set(WATCHED_WORDS.STRENGTH, strength)
                        .where(WATCHED_WORDS.WATCHED_WORD_ID.eq(id))
                        .and(WATCHED_WORDS.ORGANIZATION_ID.eq(here))
                        .execute()
                == 1;
    }

    boolean remove(OrganizationId here, WatchedWordId id) {
        return db.deleteFrom(WATCHED_WORDS)
                        .where(WATCHED_WORDS.WATCHED_WORD_ID.eq(id))
                        .and(WATCHED_WORDS.ORGANIZATION_ID.eq(here))
                        .execute()
                == 1;
    }
}
