package org.rung.payments;

import static org.rung.db.Tables.GIVE_LINKS;
import static org.rung.db.Tables.SUPPORTERS;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.db.tables.records.GiveLinksRecord;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

@Repository
class GiveLinkStore {
    private final DSLContext db;

    GiveLinkStore(DSLContext db) {
        this.db = db;
    }

    /** The tokens of those that last until then at least; of several of one person the one that lasts longest. */
    Map<SupporterId, String> lasting(OrganizationId organizationId, Collection<SupporterId> supporters, Instant until) {
        Map<SupporterId, String> tokens = new HashMap<>();
        db.select(GIVE_LINKS.SUPPORTER_ID, GIVE_LINKS.TOKEN)
                .from(GIVE_LINKS)
                .where(
                        GIVE_LINKS.ORGANIZATION_ID.eq(organizationId),
                        GIVE_LINKS.SUPPORTER_ID.in(supporters),
                        lasting(until))
                .orderBy(GIVE_LINKS.EXPIRES_AT, GIVE_LINKS.GIVE_LINK_ID)
                .forEach(row -> tokens.put(row.value1(), row.value2()));
        return tokens;
    }

    private static Condition lasting(Instant until) {
        return GIVE_LINKS.REVOKED_AT.isNull().and(GIVE_LINKS.EXPIRES_AT.ge(until));
    }

    Optional<GiveLink> byToken(String token, Instant now) {
        return db.selectFrom(GIVE_LINKS)
                .where(GIVE_LINKS.TOKEN.eq(token), GIVE_LINKS.REVOKED_AT.isNull(), GIVE_LINKS.EXPIRES_AT.gt(now))
                .fetchOptional(GiveLinkStore::link);
    }

    /**
     * For those of them that are the organization's and have none that lasts until then. Of two that are made at once for
     * one person the second is none: the one statement that looks for such a link also says which is the latest, so that
     * a link which came between the caller's look and this one is seen and no other is made after it.
     */
    void add(
            OrganizationId organizationId,
            Collection<SupporterId> supporters,
            Optional<MemberId> member,
            Instant now,
            Instant until,
            Instant expires) {
        var latest = DSL.max(GIVE_LINKS.GIVE_LINK_ID);
        var lasts = DSL.count(DSL.when(lasting(until), 1));
        var ours = db.select(SUPPORTERS.SUPPORTER_ID, latest)
                .from(SUPPORTERS)
                .leftJoin(GIVE_LINKS)
                .on(
                        GIVE_LINKS.SUPPORTER_ID.eq(SUPPORTERS.SUPPORTER_ID),
                        GIVE_LINKS.ORGANIZATION_ID.eq(SUPPORTERS.ORGANIZATION_ID))
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organizationId), SUPPORTERS.SUPPORTER_ID.in(supporters))
                .groupBy(SUPPORTERS.SUPPORTER_ID)
                .having(lasts.eq(0))
                // One order for all who make some at once, so that nobody waits in a circle.
                .orderBy(SUPPORTERS.SUPPORTER_ID)
                .fetch();
        if (ours.isEmpty()) return;
        var insert = db.insertInto(
                GIVE_LINKS,
                GIVE_LINKS.GIVE_LINK_ID,
                GIVE_LINKS.ORGANIZATION_ID,
                GIVE_LINKS.SUPPORTER_ID,
                GIVE_LINKS.TOKEN,
                GIVE_LINKS.MEMBER_ID,
                GIVE_LINKS.CREATED_AT,
                GIVE_LINKS.EXPIRES_AT,
                GIVE_LINKS.ONCE_KEY);
        for (var one : ours) {
            String before =
                    Optional.ofNullable(one.value2()).map(GiveLinkId::text).orElse("");
            insert = insert.values(
                    new GiveLinkId(Id.next()),
                    organizationId,
                    one.value1(),
                    Tokens.fresh(),
                    member.orElse(null),
                    now,
                    expires,
                    one.value1().text() + "-" + before);
        }
        insert.onDuplicateKeyIgnore().execute();
    }

    int revoke(OrganizationId organizationId, SupporterId supporterId, Instant now) {
        return db.update(GIVE_LINKS)
                .set(GIVE_LINKS.REVOKED_AT, now)
                .where(
                        GIVE_LINKS.ORGANIZATION_ID.eq(organizationId),
                        GIVE_LINKS.SUPPORTER_ID.eq(supporterId),
                        GIVE_LINKS.REVOKED_AT.isNull(),
                        GIVE_LINKS.EXPIRES_AT.gt(now))
                .execute();
    }

    private static GiveLink link(GiveLinksRecord row) {
        return new GiveLink(
                row.getGiveLinkId(), row.getOrganizationId(), row.getSupporterId(), row.getToken(), row.getExpiresAt());
    }
}
