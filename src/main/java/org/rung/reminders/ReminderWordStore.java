package org.rung.reminders;

import static org.rung.db.Tables.PROMISE_CHOICES;
import static org.rung.db.Tables.PROMISE_TEXTS_OFF;
import static org.rung.db.Tables.PROMISE_WORDS;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.rung.commitments.AskId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** An organization's own words, and which promises are texted about. */
@Repository
class ReminderWordStore {
    private final DSLContext db;

    ReminderWordStore(DSLContext db) {
        this.db = db;
    }

    Map<ReminderKind, String> words(OrganizationId here, Locale language) {
        Map<ReminderKind, String> words = new EnumMap<>(ReminderKind.class);
        words.putAll(db.select(PROMISE_WORDS.KIND, PROMISE_WORDS.WORDS)
                .from(PROMISE_WORDS)
                .where(PROMISE_WORDS.ORGANIZATION_ID.eq(here), PROMISE_WORDS.LANGUAGE.eq(language.getLanguage()))
                .fetchMap(PROMISE_WORDS.KIND, PROMISE_WORDS.WORDS));
        return words;
    }

    void say(OrganizationId here, ReminderKind kind, Locale language, Optional<String> words, Instant now) {
        db.deleteFrom(PROMISE_WORDS)
                .where(
                        PROMISE_WORDS.ORGANIZATION_ID.eq(here),
                        PROMISE_WORDS.KIND.eq(kind),
                        PROMISE_WORDS.LANGUAGE.eq(language.getLanguage()))
                .execute();
        words.ifPresent(own -> db.insertInto(PROMISE_WORDS)
                .set(PROMISE_WORDS.ORGANIZATION_ID, here)
                .set(PROMISE_WORDS.KIND, kind)
                .set(PROMISE_WORDS.LANGUAGE, language.getLanguage())
                .set(PROMISE_WORDS.WORDS, own)
                .set(PROMISE_WORDS.CHANGED_AT, now)
                .execute());
    }

    Set<AskId> off(OrganizationId here) {
        return db.select(PROMISE_TEXTS_OFF.ASK_ID)
                .from(PROMISE_TEXTS_OFF)
                .where(PROMISE_TEXTS_OFF.ORGANIZATION_ID.eq(here))
                .fetchSet(PROMISE_TEXTS_OFF.ASK_ID);
    }

    void turn(OrganizationId here, AskId ask, boolean on) {
        if (on) {
            db.deleteFrom(PROMISE_TEXTS_OFF)
                    .where(PROMISE_TEXTS_OFF.ASK_ID.eq(ask), PROMISE_TEXTS_OFF.ORGANIZATION_ID.eq(here))
                    .execute();
        } else {
            db.insertInto(PROMISE_TEXTS_OFF)
                    .set(PROMISE_TEXTS_OFF.ASK_ID, ask)
                    .set(PROMISE_TEXTS_OFF.ORGANIZATION_ID, here)
                    .onDuplicateKeyIgnore()
                    .execute();
        }
    }

    boolean unasked(OrganizationId here) {
        return db.select(PROMISE_CHOICES.UNASKED)
                .from(PROMISE_CHOICES)
                .where(PROMISE_CHOICES.ORGANIZATION_ID.eq(here))
                .fetchOptional(PROMISE_CHOICES.UNASKED)
                .orElse(true);
    }

    void unasked(OrganizationId here, boolean on) {
        db.execute(
                "insert into promise_choices (organization_id, unasked) values (?, ?)"
                        + " on duplicate key update unasked = values(unasked)",
                here.value(),
                on);
    }
}
