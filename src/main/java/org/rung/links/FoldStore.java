package org.rung.links;

import static org.rung.db.Tables.LINKS;
import static org.rung.db.Tables.LINK_CLICKS;
import static org.rung.db.Tables.LINK_TARGETS;
import static org.rung.db.Tables.MESSAGES;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Clicks that wait for what follows from them. */
@Repository
class FoldStore {
    private final DSLContext db;

    FoldStore(DSLContext db) {
        this.db = db;
    }

    /** Locked until the transaction ends; what another node works on is left to it. */
    List<Long> waiting(Instant before, int limit) {
        return db.select(LINK_CLICKS.CLICK_ID)
                .from(LINK_CLICKS)
                .where(LINK_CLICKS.FOLDED_AT.isNull())
                .and(LINK_CLICKS.HAPPENED_AT.le(before))
                .orderBy(LINK_CLICKS.HAPPENED_AT)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(LINK_CLICKS.CLICK_ID);
    }

    /**
     * Those that only look like a browser's become scans where the same source opened links of so many people in the moment
     * around them, or had asked just before whether this very link is there. What a browser said is kept: behind one
     * telephone company's address, or behind a proxy that is not believed, many people are one source.
     */
    void siftCrowds(List<Long> clicks, int people, Duration moment) {
        var crowded = db.fetch(
                        "select c.click_id from link_clicks c join links l on l.link_id = c.link_id"
                                + " join link_clicks o on o.source = c.source"
                                + " and o.happened_at between c.happened_at - interval ? second and c.happened_at + interval ? second"
                                + " join links m on m.link_id = o.link_id"
                                + " where c.reason = 'BROWSER' and c.click_id in (" + listed(clicks) + ")"
                                + " group by c.click_id"
                                + " having count(distinct m.supporter_id) >= ?"
                                + " or max(o.reason = 'HEAD' and o.link_id = l.link_id and o.happened_at <= c.happened_at) = 1",
                        moment.toSeconds(),
                        moment.toSeconds(),
                        people)
                .getValues(0, Long.class);
        if (!crowded.isEmpty())
            db.update(LINK_CLICKS)
                    .set(LINK_CLICKS.KIND, ClickKind.SCAN)
                    .set(LINK_CLICKS.REASON, ClickReason.CROWD)
                    .where(LINK_CLICKS.CLICK_ID.in(crowded))
                    .execute();
    }

    /** Adds these to what their links have counted, and marks them as done. */
    void count(List<Long> clicks, Instant now) {
        db.execute("update links l join (select link_id, sum(kind = 'CLICK') opened, sum(kind = 'SCAN') scanned,"
                + " min(case when kind = 'CLICK' then happened_at end) first_at from link_clicks"
                + " where click_id in (" + listed(clicks) + ") group by link_id) c on c.link_id = l.link_id"
                + " set l.clicks = l.clicks + c.opened, l.scans = l.scans + c.scanned,"
                + " l.clicked_at = coalesce(l.clicked_at, c.first_at)");
        db.update(LINK_CLICKS)
                .set(LINK_CLICKS.FOLDED_AT, now)
                .where(LINK_CLICKS.CLICK_ID.in(clicks))
                .execute();
    }

    /** A person's click: whose, on what, when, and who had texted them. */
    record Person(
            OrganizationId organizationId,
            SupporterId supporterId,
            LinkTargetId target,
            long occasion,
            String url,
            Instant happenedAt,
            Optional<MemberId> texter) {}

    /** The earliest first. */
    List<Person> people(List<Long> clicks) {
        return db.select(
                        LINKS.ORGANIZATION_ID,
                        LINKS.SUPPORTER_ID,
                        LINKS.LINK_TARGET_ID,
                        LINK_TARGETS.OCCASION_ID,
                        LINK_TARGETS.URL,
                        LINK_CLICKS.HAPPENED_AT,
                        MESSAGES.MEMBER_ID)
                .from(LINK_CLICKS)
                .join(LINKS)
                .on(LINKS.LINK_ID.eq(LINK_CLICKS.LINK_ID))
                .join(LINK_TARGETS)
                .on(LINK_TARGETS.LINK_TARGET_ID.eq(LINKS.LINK_TARGET_ID))
                .join(MESSAGES)
                .on(MESSAGES.MESSAGE_ID.eq(LINKS.MESSAGE_ID))
                .where(LINK_CLICKS.CLICK_ID.in(clicks))
                .and(LINK_CLICKS.KIND.eq(ClickKind.CLICK))
                .orderBy(LINK_CLICKS.HAPPENED_AT)
                .fetch(row -> new Person(
                        row.get(LINKS.ORGANIZATION_ID),
                        row.get(LINKS.SUPPORTER_ID),
                        row.get(LINKS.LINK_TARGET_ID),
                        row.get(LINK_TARGETS.OCCASION_ID),
                        row.get(LINK_TARGETS.URL),
                        row.get(LINK_CLICKS.HAPPENED_AT),
                        Optional.ofNullable(row.get(MESSAGES.MEMBER_ID))));
    }

    private static String listed(List<Long> clicks) {
        return clicks.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
