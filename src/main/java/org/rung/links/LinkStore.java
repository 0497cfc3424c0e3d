package org.rung.links;

import static org.rung.db.Tables.LINKS;
import static org.rung.db.Tables.LINK_SETTINGS;
import static org.rung.db.Tables.LINK_TARGETS;
import static org.rung.db.Tables.MESSAGES;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.common.Id;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

@Repository
class LinkStore {
    private final DSLContext db;

    LinkStore(DSLContext db) {
        this.db = db;
    }

    void add(
            OrganizationId organizationId,
            List<Shortened.Minted> minted,
            SupporterId supporterId,
            MessageId messageId,
            Instant now) {
        var insert = db.insertInto(
                LINKS,
                LINKS.LINK_ID,
                LINKS.ORGANIZATION_ID,
                LINKS.LINK_TARGET_ID,
                LINKS.SUPPORTER_ID,
                LINKS.MESSAGE_ID,
                LINKS.CODE,
                LINKS.CREATED_AT);
        for (var link : minted)
            insert = insert.values(
                    new LinkId(Id.next()), organizationId, link.target(), supporterId, messageId, link.code(), now);
        insert.execute();
    }

    /**
     * One read by the code. A host that belongs to another organization does not know it: nobody's name vouches for
     * somebody else's link.
     */
    Optional<OpenedLink> opened(LinkCode code, String host) {
        return db.select(
                        LINKS.LINK_ID,
                        LINKS.ORGANIZATION_ID,
                        LINKS.SUPPORTER_ID,
                        LINKS.CREATED_AT,
                        LINK_TARGETS.URL,
                        MESSAGES.SENT_AT)
                .from(LINKS)
                .join(LINK_TARGETS)
                .on(LINK_TARGETS.LINK_TARGET_ID.eq(LINKS.LINK_TARGET_ID))
                .join(MESSAGES)
                .on(MESSAGES.MESSAGE_ID.eq(LINKS.MESSAGE_ID))
                .leftJoin(LINK_SETTINGS)
                // Not "null or equal" in the where: MySQL 9.7 takes that for equal and then finds everybody's.
                .on(LINK_SETTINGS.HOST.eq(host).and(LINK_SETTINGS.ORGANIZATION_ID.ne(LINKS.ORGANIZATION_ID)))
                .where(LINKS.CODE.eq(code))
                .and(LINK_SETTINGS.ORGANIZATION_ID.isNull())
                .fetchOptional(row -> new OpenedLink(
                        row.get(LINKS.LINK_ID),
                        row.get(LINKS.ORGANIZATION_ID),
                        row.get(LINKS.SUPPORTER_ID),
                        row.get(LINK_TARGETS.URL),
                        row.get(LINKS.CREATED_AT),
                        Optional.ofNullable(row.get(MESSAGES.SENT_AT))));
    }

    void forgetOf(Collection<MessageId> messages) {
        db.deleteFrom(LINKS).where(LINKS.MESSAGE_ID.in(messages)).execute();
    }
}
