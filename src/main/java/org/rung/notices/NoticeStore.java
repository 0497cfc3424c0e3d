package org.rung.notices;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.rung.db.Tables.MEMBERS;
import static org.rung.db.Tables.NOTICES;
import static org.rung.db.Tables.NOTICE_READINGS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** Notices and who read them. */
@Repository
class NoticeStore {
    private final DSLContext db;

    NoticeStore(DSLContext db) {
        this.db = db;
    }

    /** One more of what is open; false when nothing is. */
    boolean again(OrganizationId organizationId, String kind, String subject, String sentence, Instant now) {
        return db.update(NOTICES)
                        .set(NOTICES.TIMES, NOTICES.TIMES.plus(1))
                        .set(NOTICES.SENTENCE, sentence)
                        .set(NOTICES.LAST_AT, now)
                        .where(open(organizationId, kind, subject))
                        .execute()
                == 1;
    }

    /** False when the same is open: the unique key lets one in. */
    boolean add(
            OrganizationId organizationId,
            NoticeId noticeId,
            String kind,
            String subject,
            String sentence,
            Optional<String> link,
            Instant now) {
        return db.insertInto(NOTICES)
                        .set(NOTICES.NOTICE_ID, noticeId)
                        .set(NOTICES.ORGANIZATION_ID, organizationId)
                        .set(NOTICES.KIND, kind)
                        .set(NOTICES.SUBJECT, subject)
                        .set(NOTICES.SENTENCE, sentence)
                        .set(NOTICES.LINK, link.orElse(null))
                        .set(NOTICES.FIRST_AT, now)
                        .set(NOTICES.LAST_AT, now)
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    boolean settle(OrganizationId organizationId, String kind, String subject, Instant now) {
        return db.update(NOTICES)
                        .set(NOTICES.SETTLED_AT, now)
                        .where(open(organizationId, kind, subject))
                        .execute()
                == 1;
    }

    boolean settle(OrganizationId organizationId, String kind, Instant now) {
        return db.update(NOTICES)
                        .set(NOTICES.SETTLED_AT, now)
                        .where(NOTICES.ORGANIZATION_ID.eq(organizationId))
                        .and(NOTICES.OPEN_KEY.startsWith(kind + ":"))
                        .execute()
                > 0;
    }

    boolean told(OrganizationId organizationId, String kind, String subject, Instant since) {
        return db.fetchExists(
                NOTICES,
                NOTICES.ORGANIZATION_ID.eq(organizationId),
                NOTICES.KIND.eq(kind),
                NOTICES.SUBJECT.eq(subject),
                NOTICES.SETTLED_AT.isNull().or(NOTICES.LAST_AT.gt(since)));
    }

    Set<OrganizationId> open(String kind) {
        return db.selectDistinct(NOTICES.ORGANIZATION_ID)
                .from(NOTICES)
                .where(NOTICES.KIND.eq(kind))
                .and(NOTICES.SETTLED_AT.isNull())
                .fetchSet(NOTICES.ORGANIZATION_ID);
    }

    void settle(OrganizationId organizationId, NoticeId noticeId, Instant now) {
        db.update(NOTICES)
                .set(NOTICES.SETTLED_AT, now)
                .where(NOTICES.NOTICE_ID.eq(noticeId))
                .and(NOTICES.ORGANIZATION_ID.eq(organizationId))
                .and(NOTICES.SETTLED_AT.isNull())
                .execute();
    }

    boolean has(OrganizationId organizationId, NoticeId noticeId) {
        return db.fetchExists(NOTICES, NOTICES.NOTICE_ID.eq(noticeId).and(NOTICES.ORGANIZATION_ID.eq(organizationId)));
    }

    List<Notice> page(OrganizationId organizationId, MemberId reader, Optional<NoticeId> after, int size) {
        return seenBy(reader)
                .where(NOTICES.ORGANIZATION_ID.eq(organizationId))
                .and(after.<Condition>map(NOTICES.NOTICE_ID::lt).orElse(noCondition()))
                .orderBy(NOTICES.NOTICE_ID.desc())
                .limit(size)
                .fetch(NoticeStore::notice);
    }

    List<Notice> unread(OrganizationId organizationId, MemberId reader, int most) {
        return seenBy(reader)
                .where(NOTICES.ORGANIZATION_ID.eq(organizationId))
                .and(NOTICES.OPEN_KEY.isNotNull())
                .and(NOTICE_READINGS.READ_AT.isNull())
                .orderBy(NOTICES.NOTICE_ID.desc())
                .limit(most)
                .fetch(NoticeStore::notice);
    }

    Map<MemberId, Integer> unread(OrganizationId organizationId, Collection<MemberId> members) {
        return db.select(MEMBERS.MEMBER_ID, count())
                .from(NOTICES)
                .join(MEMBERS)
                .on(MEMBERS.ORGANIZATION_ID.eq(NOTICES.ORGANIZATION_ID))
                .leftJoin(NOTICE_READINGS)
                .on(NOTICE_READINGS.NOTICE_ID.eq(NOTICES.NOTICE_ID))
                .and(NOTICE_READINGS.MEMBER_ID.eq(MEMBERS.MEMBER_ID))
                .where(NOTICES.ORGANIZATION_ID.eq(organizationId))
                // Only what is open has the key: the index holds those together.
                .and(NOTICES.OPEN_KEY.isNotNull())
                .and(MEMBERS.MEMBER_ID.in(members))
                .and(NOTICE_READINGS.READ_AT.isNull())
                .groupBy(MEMBERS.MEMBER_ID)
                .fetchMap(MEMBERS.MEMBER_ID, count());
    }

    void read(MemberId reader, NoticeId noticeId, Instant now) {
        db.insertInto(NOTICE_READINGS)
                .set(NOTICE_READINGS.NOTICE_ID, noticeId)
                .set(NOTICE_READINGS.MEMBER_ID, reader)
                .set(NOTICE_READINGS.READ_AT, now)
                .onDuplicateKeyIgnore()
                .execute();
    }

    void readOpen(OrganizationId organizationId, MemberId reader, Instant now) {
        db.insertInto(NOTICE_READINGS, NOTICE_READINGS.NOTICE_ID, NOTICE_READINGS.MEMBER_ID, NOTICE_READINGS.READ_AT)
                .select(select(
                                NOTICES.NOTICE_ID,
                                val(reader, NOTICE_READINGS.MEMBER_ID),
                                val(now, NOTICE_READINGS.READ_AT))
                        .from(NOTICES)
                        .where(NOTICES.ORGANIZATION_ID.eq(organizationId))
                        .and(NOTICES.OPEN_KEY.isNotNull()))
                .onDuplicateKeyIgnore()
                .execute();
    }

    private SelectOnConditionStep<Record> seenBy(MemberId reader) {
        return db.select(NOTICES.asterisk(), NOTICE_READINGS.READ_AT)
                .from(NOTICES)
                .leftJoin(NOTICE_READINGS)
                .on(NOTICE_READINGS.NOTICE_ID.eq(NOTICES.NOTICE_ID))
                .and(NOTICE_READINGS.MEMBER_ID.eq(reader));
    }

    private static Condition open(OrganizationId organizationId, String kind, String subject) {
        return NOTICES.ORGANIZATION_ID.eq(organizationId).and(NOTICES.OPEN_KEY.eq(kind + ":" + subject));
    }

    private static Notice notice(Record row) {
        return new Notice(
                row.get(NOTICES.NOTICE_ID),
                row.get(NOTICES.KIND),
                row.get(NOTICES.SENTENCE),
                Optional.ofNullable(row.get(NOTICES.LINK)),
                row.get(NOTICES.TIMES),
                row.get(NOTICES.FIRST_AT),
                row.get(NOTICES.LAST_AT),
                Optional.ofNullable(row.get(NOTICES.SETTLED_AT)),
                row.get(NOTICE_READINGS.READ_AT) != null);
    }
}
