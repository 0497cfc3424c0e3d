package org.rung.notices;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.rung.db.Tables.ACCOUNTS;
import static org.rung.db.Tables.MEMBERS;
import static org.rung.db.Tables.NOTICES;
import static org.rung.db.Tables.NOTICE_LETTERS;
import static org.rung.db.Tables.ORGANIZATIONS;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** Letters to admins that are to leave, or left. */
@Repository
class LetterStore {
    private final DSLContext db;

    LetterStore(DSLContext db) {
        this.db = db;
    }

    /** One to each admin; nobody of an invented organization. */
    void write(OrganizationId organizationId, NoticeId noticeId, Instant now) {
        db.insertInto(NOTICE_LETTERS, NOTICE_LETTERS.NOTICE_ID, NOTICE_LETTERS.MEMBER_ID, NOTICE_LETTERS.DUE_AT)
                .select(select(
                                val(noticeId, NOTICE_LETTERS.NOTICE_ID),
                                MEMBERS.MEMBER_ID,
                                val(now, NOTICE_LETTERS.DUE_AT))
                        .from(MEMBERS)
                        .join(ORGANIZATIONS)
                        .on(ORGANIZATIONS.ORGANIZATION_ID.eq(MEMBERS.ORGANIZATION_ID))
                        .where(MEMBERS.ORGANIZATION_ID.eq(organizationId))
                        .and(MEMBERS.SUSPENDED_AT.isNull())
                        .and(condition("find_in_set('ADMIN', {0}) > 0", MEMBERS.ROLES))
                        .and(ORGANIZATIONS.DEMO.isFalse()))
                .execute();
    }

    /** What is due, locked until the transaction ends; what another server holds is left to it. */
    List<Letter> lockDue(Instant now, int most) {
        Field<String> language = coalesce(ACCOUNTS.LANGUAGE, ORGANIZATIONS.LANGUAGE);
        var due = db.select(NOTICE_LETTERS.NOTICE_ID, NOTICE_LETTERS.MEMBER_ID)
                .from(NOTICE_LETTERS)
                .where(NOTICE_LETTERS.DUE_AT.le(now))
                .orderBy(NOTICE_LETTERS.DUE_AT)
                .limit(most)
                .forUpdate()
                .skipLocked()
                .fetch();
        return db.select(
                        NOTICE_LETTERS.NOTICE_ID,
                        NOTICE_LETTERS.MEMBER_ID,
                        ACCOUNTS.EMAIL,
                        language,
                        ORGANIZATIONS.NAME,
                        NOTICES.SENTENCE,
                        NOTICES.LINK,
                        NOTICE_LETTERS.TRIES)
                .from(NOTICE_LETTERS)
                .join(NOTICES)
                .on(NOTICES.NOTICE_ID.eq(NOTICE_LETTERS.NOTICE_ID))
                .join(MEMBERS)
                .on(MEMBERS.MEMBER_ID.eq(NOTICE_LETTERS.MEMBER_ID))
                .join(ACCOUNTS)
                .on(ACCOUNTS.ACCOUNT_ID.eq(MEMBERS.ACCOUNT_ID))
                .join(ORGANIZATIONS)
                .on(ORGANIZATIONS.ORGANIZATION_ID.eq(NOTICES.ORGANIZATION_ID))
                .where(row(NOTICE_LETTERS.NOTICE_ID, NOTICE_LETTERS.MEMBER_ID).in(due))
                .fetch(letter -> new Letter(
                        letter.value1(),
                        letter.value2(),
                        letter.value3(),
                        Locale.forLanguageTag(letter.value4()),
                        letter.value5(),
                        letter.value6(),
                        Optional.ofNullable(letter.value7()),
                        letter.value8()));
    }

    /** Empty when it is given up. */
    void tryAgain(Letter letter, Optional<Instant> due) {
        db.update(NOTICE_LETTERS)
                .set(NOTICE_LETTERS.TRIES, NOTICE_LETTERS.TRIES.plus(1))
                .set(NOTICE_LETTERS.DUE_AT, due.orElse(null))
                .where(one(letter))
                .execute();
    }

    void sent(Letter letter, Instant now) {
        db.update(NOTICE_LETTERS)
                .set(NOTICE_LETTERS.SENT_AT, now)
                .setNull(NOTICE_LETTERS.DUE_AT)
                .where(one(letter))
                .execute();
    }

    private static Condition one(Letter letter) {
        return NOTICE_LETTERS.NOTICE_ID.eq(letter.noticeId()).and(NOTICE_LETTERS.MEMBER_ID.eq(letter.memberId()));
    }
}
