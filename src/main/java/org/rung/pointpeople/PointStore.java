package org.rung.pointpeople;

import static org.rung.db.Tables.MEMBERS;
import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.SUPPORTER_POINTS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.filters.Filters;
import org.rung.filters.SupporterFilter;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

@Repository
class PointStore {
    private final DSLContext db;
    private final Filters filters;

    PointStore(DSLContext db, Filters filters) {
        this.db = db;
        this.filters = filters;
    }

    Map<SupporterId, MemberId> of(OrganizationId here, Collection<SupporterId> people) {
        return db.select(SUPPORTER_POINTS.SUPPORTER_ID, SUPPORTER_POINTS.MEMBER_ID)
                .from(SUPPORTER_POINTS)
                .join(MEMBERS)
                .on(MEMBERS.MEMBER_ID.eq(SUPPORTER_POINTS.MEMBER_ID), MEMBERS.SUSPENDED_AT.isNull())
                .where(SUPPORTER_POINTS.SUPPORTER_ID.in(people), SUPPORTER_POINTS.ORGANIZATION_ID.eq(here))
                .fetchMap(SUPPORTER_POINTS.SUPPORTER_ID, SUPPORTER_POINTS.MEMBER_ID);
    }

    List<SupporterId> next(OrganizationId here, SupporterFilter filter, SupporterId after, int most) {
        return db.select(SUPPORTERS.SUPPORTER_ID)
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(here), SUPPORTERS.SUPPORTER_ID.gt(after))
                .and(filters.matching(here, filter))
                .orderBy(SUPPORTERS.SUPPORTER_ID)
                .limit(most)
                .fetch(SUPPORTERS.SUPPORTER_ID);
    }

    /** In the place of whoever it was before. */
    void put(OrganizationId here, Collection<SupporterId> people, Optional<MemberId> member, Instant now) {
        db.deleteFrom(SUPPORTER_POINTS)
                .where(SUPPORTER_POINTS.SUPPORTER_ID.in(people), SUPPORTER_POINTS.ORGANIZATION_ID.eq(here))
                .execute();
        if (member.isEmpty() || people.isEmpty()) return;
        var insert = db.insertInto(
                SUPPORTER_POINTS,
                SUPPORTER_POINTS.SUPPORTER_ID,
                SUPPORTER_POINTS.ORGANIZATION_ID,
                SUPPORTER_POINTS.MEMBER_ID,
                SUPPORTER_POINTS.SET_AT);
        for (SupporterId one : people) insert = insert.values(one, here, member.get(), now);
        // Somebody else may have put one meanwhile: the later word holds.
        db.query("{0} on duplicate key update member_id = values(member_id), set_at = values(set_at)", insert)
                .execute();
    }
}
