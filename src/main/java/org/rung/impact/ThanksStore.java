package org.rung.impact;

import static org.rung.db.Tables.ACCOUNTS;
import static org.rung.db.Tables.MEMBERS;
import static org.rung.db.Tables.THANKS;

import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

@Repository
class ThanksStore {
    private final DSLContext db;

    ThanksStore(DSLContext db) {
        this.db = db;
    }

    void add(ThanksId id, OrganizationId organization, MemberId from, MemberId to, String words, Instant now) {
        db.insertInto(THANKS)
                .set(THANKS.THANKS_ID, id)
                .set(THANKS.ORGANIZATION_ID, organization)
                .set(THANKS.FROM_MEMBER_ID, from)
                .set(THANKS.TO_MEMBER_ID, to)
                .set(THANKS.WORDS, words)
                .set(THANKS.CREATED_AT, now)
                .execute();
    }

    List<ThankYou> unread(OrganizationId organization, MemberId to, int atMost) {
        return find(organization, to, THANKS.READ_AT.isNull(), THANKS.CREATED_AT.asc(), atMost);
    }

    List<ThankYou> latest(OrganizationId organization, MemberId to, int atMost) {
        return find(organization, to, DSL.noCondition(), THANKS.CREATED_AT.desc(), atMost);
    }

    void read(OrganizationId organization, MemberId to, ThanksId id, Instant now) {
        db.update(THANKS)
                .set(THANKS.READ_AT, now)
                .where(
                        THANKS.THANKS_ID.eq(id),
                        THANKS.ORGANIZATION_ID.eq(organization),
                        THANKS.TO_MEMBER_ID.eq(to),
                        THANKS.READ_AT.isNull())
                .execute();
    }

    void readAll(OrganizationId organization, MemberId to, Instant now) {
        db.update(THANKS)
                .set(THANKS.READ_AT, now)
                .where(THANKS.ORGANIZATION_ID.eq(organization), THANKS.TO_MEMBER_ID.eq(to), THANKS.READ_AT.isNull())
                .execute();
    }

    private List<ThankYou> find(
            OrganizationId organization, MemberId to, Condition which, SortField<Instant> order, int atMost) {
        return db.select(THANKS.THANKS_ID, ACCOUNTS.NAME, THANKS.WORDS, THANKS.CREATED_AT, THANKS.READ_AT)
                .from(THANKS)
                .join(MEMBERS)
                .on(MEMBERS.MEMBER_ID.eq(THANKS.FROM_MEMBER_ID))
                .join(ACCOUNTS)
                .on(ACCOUNTS.ACCOUNT_ID.eq(MEMBERS.ACCOUNT_ID))
                .where(THANKS.TO_MEMBER_ID.eq(to), THANKS.ORGANIZATION_ID.eq(organization), which)
                .orderBy(order, THANKS.THANKS_ID)
                .limit(atMost)
                .fetch(row ->
                        new ThankYou(row.value1(), row.value2(), row.value3(), row.value4(), row.value5() != null));
    }
}
