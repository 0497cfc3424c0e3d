package org.rung.review;

import static org.rung.db.Tables.FLAGGED_TEXTS;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.common.MemberId;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.database.BulkInsert;
import org.rung.texting.Objection;
import org.springframework.stereotype.Repository;

/** Texts with watched words: those that were met on their way out, and those that are found as texts are taken in. */
@Repository
class FlaggedTextStore {
    private final DSLContext db;
    private final WatchedWordStore words;
    private final Clock clock;

    FlaggedTextStore(DSLContext db, WatchedWordStore words, Clock clock) {
        this.db = db;
        this.words = words;
        this.clock = clock;
    }

    void add(OrganizationId here, MessageId message, Optional<MemberId> author, String word, Found how) {
        db.insertInto(FLAGGED_TEXTS)
                .set(FLAGGED_TEXTS.MESSAGE_ID, message)
                .set(FLAGGED_TEXTS.ORGANIZATION_ID, here)
                .set(FLAGGED_TEXTS.MEMBER_ID, author.orElse(null))
                .set(FLAGGED_TEXTS.WORD, word)
                .set(FLAGGED_TEXTS.HOW, how)
                .set(FLAGGED_TEXTS.FLAGGED_AT, clock.instant())
                // The same request again is the same text.
                .onDuplicateKeyIgnore()
                .execute();
    }

    record Hit(Indexed text, String word) {}

    /** Those of them that members wrote with words that are on the list now. */
    void find(List<Indexed> texts) {
        Map<OrganizationId, Watchlist> lists = new HashMap<>();
        List<Hit> hits = new ArrayList<>();
        for (Indexed text : texts) {
            if (text.author().isEmpty() || text.body().isEmpty()) continue;
            Watchlist list = lists.computeIfAbsent(text.organizationId(), words::list);
            (text.scripted() ? list.slursOnly() : list)
                    .against(text.body())
                    .map(Objection::word)
                    .ifPresent(word -> hits.add(new Hit(text, word)));
        }
        Instant now = clock.instant();
        BulkInsert.all(
                db,
                // Those that were met on their way out are known.
                "insert ignore into flagged_texts (message_id, organization_id, member_id, word, how, flagged_at) values ",
                hits,
                (cells, hit) -> cells.number(hit.text().messageId())
                        .number(hit.text().organizationId().value())
                        .number(hit.text().author().map(MemberId::value).orElse(null))
                        .words(hit.word())
                        .words(Found.FOUND.name())
                        .instant(now));
    }
}
