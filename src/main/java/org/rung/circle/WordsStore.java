package org.rung.circle;

import static org.rung.db.Tables.CONTACT_WORDS;

import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

@Repository
class WordsStore {
    private final DSLContext db;

    WordsStore(DSLContext db) {
        this.db = db;
    }

    Optional<String> of(OrganizationId organization, MemberId member) {
        return db.select(CONTACT_WORDS.WORDS)
                .from(CONTACT_WORDS)
                .where(CONTACT_WORDS.ORGANIZATION_ID.eq(organization), CONTACT_WORDS.MEMBER_ID.eq(member))
                .fetchOptional(CONTACT_WORDS.WORDS);
    }

    void put(OrganizationId organization, MemberId member, String words) {
        db.execute(
                "insert into contact_words (member_id, organization_id, words) values ({0}, {1}, {2})"
                        + " on duplicate key update words = values(words)",
                DSL.val(member, CONTACT_WORDS.MEMBER_ID),
                DSL.val(organization, CONTACT_WORDS.ORGANIZATION_ID),
                DSL.val(words, CONTACT_WORDS.WORDS));
    }

    void drop(OrganizationId organization, MemberId member) {
        db.deleteFrom(CONTACT_WORDS)
                .where(CONTACT_WORDS.ORGANIZATION_ID.eq(organization), CONTACT_WORDS.MEMBER_ID.eq(member))
                .execute();
    }
}
