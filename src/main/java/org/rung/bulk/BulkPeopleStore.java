package org.rung.bulk;

import static org.rung.db.Tables.BULK_JOBS;
import static org.rung.db.Tables.BULK_PEOPLE;
import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.SUPPORTER_PHONES;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.database.Batch;
import org.rung.filters.Filters;
import org.rung.filters.SupporterFilter;
import org.rung.people.SupporterId;
import org.rung.people.TagId;
import org.rung.turf.TurfId;
import org.springframework.stereotype.Repository;

/** Whom a job is about, and whom of them it changed. */
@Repository
class BulkPeopleStore {
    private static final int AT_ONCE = 5_000;

    private final DSLContext db;
    private final Filters filters;

    BulkPeopleStore(DSLContext db, Filters filters) {
        this.db = db;
        this.filters = filters;
    }

    /** Everyone who matches now, by one statement; how many they are. */
    long gather(OrganizationId organization, BulkJobId job, SupporterFilter filter) {
        return gather(organization, job, filters.matching(organization, filter));
    }

    /** Those of them who are of the organization. */
    long gather(OrganizationId organization, BulkJobId job, Collection<SupporterId> chosen) {
        var ids = new ArrayList<>(chosen);
        long gathered = 0;
        for (int from = 0; from < ids.size(); from += AT_ONCE)
            gathered += gather(
                    organization,
                    job,
                    SUPPORTERS.SUPPORTER_ID.in(ids.subList(from, Math.min(from + AT_ONCE, ids.size()))));
        return gathered;
    }

    private long gather(OrganizationId organization, BulkJobId job, Condition who) {
        return db.insertInto(
                        BULK_PEOPLE, BULK_PEOPLE.BULK_JOB_ID, BULK_PEOPLE.SUPPORTER_ID, BULK_PEOPLE.ORGANIZATION_ID)
                .select(db.select(
                                DSL.val(job, BULK_PEOPLE.BULK_JOB_ID),
                                SUPPORTERS.SUPPORTER_ID,
                                SUPPORTERS.ORGANIZATION_ID)
                        .from(SUPPORTERS)
                        .where(SUPPORTERS.ORGANIZATION_ID.eq(organization))
                        .and(who))
                .execute();
    }

    List<SupporterId> next(BulkJobId job, SupporterId after, int limit) {
        return db.select(BULK_PEOPLE.SUPPORTER_ID)
                .from(BULK_PEOPLE)
                .where(BULK_PEOPLE.BULK_JOB_ID.eq(job), BULK_PEOPLE.SUPPORTER_ID.gt(after))
                .orderBy(BULK_PEOPLE.SUPPORTER_ID)
                .limit(limit)
                .fetch(BULK_PEOPLE.SUPPORTER_ID);
    }

    /** Whom it changed, and that moment. */
    Map<SupporterId, Instant> nextChanged(BulkJobId job, SupporterId after, int limit) {
        var changed = new LinkedHashMap<SupporterId, Instant>();
        db.select(BULK_PEOPLE.SUPPORTER_ID, BULK_PEOPLE.CHANGED_AT)
                .from(BULK_PEOPLE)
                .where(
                        BULK_PEOPLE.BULK_JOB_ID.eq(job),
                        BULK_PEOPLE.SUPPORTER_ID.gt(after),
                        BULK_PEOPLE.CHANGED_AT.isNotNull())
                .orderBy(BULK_PEOPLE.SUPPORTER_ID)
                .limit(limit)
                .forEach(row -> changed.put(row.value1(), row.value2()));
        return changed;
    }

    /** Those of a batch, from after one person to another, who do not carry the tag. */
    void markUntagged(BulkJobId job, SupporterId after, SupporterId last, TagId tag, Instant at) {
        db.execute(
                "update bulk_people p left join supporter_tags t on t.supporter_id = p.supporter_id and t.tag_id = ?"
                        + " set p.changed_at = ? where p.bulk_job_id = ? and p.supporter_id > ? and p.supporter_id <= ?"
                        + " and t.supporter_id is null",
                tag.value(),
                Batch.utc(at),
                job.value(),
                after.value(),
                last.value());
    }

    /** Those of a batch who carry the tag, with the moment since when. */
    void markTagged(BulkJobId job, SupporterId after, SupporterId last, TagId tag) {
        db.execute(
                "update bulk_people p join supporter_tags t on t.supporter_id = p.supporter_id and t.tag_id = ?"
                        + " set p.changed_at = t.added_at"
                        + " where p.bulk_job_id = ? and p.supporter_id > ? and p.supporter_id <= ?",
                tag.value(),
                job.value(),
                after.value(),
                last.value());
    }

    /** Those of a batch who are not on the list. */
    void markUnlisted(BulkJobId job, SupporterId after, SupporterId last, TurfId turf, Instant at) {
        db.execute(
                "update bulk_people p left join turf_supporters t on t.turf_id = ? and t.supporter_id = p.supporter_id"
                        + " set p.changed_at = ? where p.bulk_job_id = ? and p.supporter_id > ? and p.supporter_id <= ?"
                        + " and t.supporter_id is null",
                turf.value(),
                Batch.utc(at),
                job.value(),
                after.value(),
                last.value());
    }

    Map<SupporterId, List<PhoneNumber>> phones(OrganizationId organization, Collection<SupporterId> people) {
        return db.select(SUPPORTER_PHONES.SUPPORTER_ID, SUPPORTER_PHONES.PHONE)
                .from(SUPPORTER_PHONES)
                .where(SUPPORTER_PHONES.ORGANIZATION_ID.eq(organization), SUPPORTER_PHONES.SUPPORTER_ID.in(people))
                .fetchGroups(SUPPORTER_PHONES.SUPPORTER_ID, SUPPORTER_PHONES.PHONE);
    }

    void mark(BulkJobId job, Collection<SupporterId> changed, Instant at) {
        if (changed.isEmpty()) return;
        db.update(BULK_PEOPLE)
                .set(BULK_PEOPLE.CHANGED_AT, at)
                .where(BULK_PEOPLE.BULK_JOB_ID.eq(job), BULK_PEOPLE.SUPPORTER_ID.in(changed))
                .execute();
    }

    /** Forgets whom jobs were about that ended before then, some thousand at a time; true while there may be more. */
    boolean forget(Instant endedBefore) {
        return db.deleteFrom(BULK_PEOPLE)
                        .where(BULK_PEOPLE.BULK_JOB_ID.in(
                                db.select(DSL.field("bulk_job_id", BULK_PEOPLE.BULK_JOB_ID.getDataType()))
                                        .from(db.selectDistinct(BULK_JOBS.BULK_JOB_ID)
                                                .from(BULK_JOBS)
                                                .join(BULK_PEOPLE)
                                                .on(BULK_PEOPLE.BULK_JOB_ID.eq(BULK_JOBS.BULK_JOB_ID))
                                                .where(BULK_JOBS.STATE.notIn(
                                                        BulkState.GATHERING, BulkState.RUNNING, BulkState.UNDOING))
                                                .and(BULK_JOBS.ENDED_AT.lt(endedBefore))
                                                .limit(1)
                                                .asTable("ended"))))
                        .limit(AT_ONCE)
                        .execute()
                > 0;
    }
}
