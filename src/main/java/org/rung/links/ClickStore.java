package org.rung.links;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.rung.db.Tables.ACTIONS;
import static org.rung.db.Tables.LINKS;
import static org.rung.db.Tables.LINK_CLICKS;
import static org.rung.db.Tables.LINK_TARGETS;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.rung.actions.ActionType;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

@Repository
class ClickStore {
    private final DSLContext db;

    ClickStore(DSLContext db) {
        this.db = db;
    }

    void add(OpenedLink link, ClickReason reason, String source, Instant now) {
        db.insertInto(LINK_CLICKS)
                .set(LINK_CLICKS.CLICK_ID, Id.next())
                .set(LINK_CLICKS.ORGANIZATION_ID, link.organizationId())
                .set(LINK_CLICKS.LINK_ID, link.linkId())
                .set(LINK_CLICKS.KIND, reason.kind())
                .set(LINK_CLICKS.REASON, reason)
                .set(LINK_CLICKS.SOURCE, source)
                .set(LINK_CLICKS.HAPPENED_AT, now)
                // The person may be erased in this moment: then there is nothing to count.
                .onDuplicateKeyIgnore()
                .execute();
    }

    /** Clicks of people, as the supporter's page shows them; the first on each is told as their action. */
    record Visit(Instant happenedAt, String url) {}

    List<Visit> visits(OrganizationId organizationId, SupporterId supporterId, Instant before, int limit) {
        return db.select(LINK_CLICKS.HAPPENED_AT, LINK_TARGETS.URL)
                .from(LINKS)
                .join(LINK_CLICKS)
                .on(LINK_CLICKS.LINK_ID.eq(LINKS.LINK_ID))
                .join(LINK_TARGETS)
                .on(LINK_TARGETS.LINK_TARGET_ID.eq(LINKS.LINK_TARGET_ID))
                .where(LINKS.ORGANIZATION_ID.eq(organizationId))
                .and(LINKS.SUPPORTER_ID.eq(supporterId))
                .and(LINK_CLICKS.KIND.eq(ClickKind.CLICK))
                .and(LINK_CLICKS.FOLDED_AT.isNotNull())
                .and(LINK_CLICKS.HAPPENED_AT.lt(before))
                .and(notExists(selectOne()
                        .from(ACTIONS)
                        .where(
                                ACTIONS.SUPPORTER_ID.eq(LINKS.SUPPORTER_ID),
                                ACTIONS.TYPE.eq(ActionType.CLICKED),
                                ACTIONS.HAPPENED_AT.eq(LINK_CLICKS.HAPPENED_AT),
                                ACTIONS.VOIDED_AT.isNull())))
                .orderBy(LINK_CLICKS.HAPPENED_AT.desc())
                .limit(limit)
                .fetch(row -> new Visit(row.value1(), row.value2()));
    }
}
