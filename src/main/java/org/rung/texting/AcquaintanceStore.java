package org.rung.texting;

import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.val;
import static org.rung.db.Tables.CONVERSATIONS;

import java.util.Collection;
import org.jooq.DSLContext;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Which first texts of campaigns under way are for whom to send first. Statements over sets only. */
@Repository
class AcquaintanceStore {
    private final DSLContext db;

    AcquaintanceStore(DSLContext db) {
        this.db = db;
    }

    void known(OrganizationId organizationId, Collection<SupporterId> supporters) {
        var organization = val(organizationId, CONVERSATIONS.ORGANIZATION_ID);
        var people = list(supporters.stream()
                .map(supporter -> val(supporter, CONVERSATIONS.SUPPORTER_ID))
                .toList());
        db.execute("""
                update conversations c
                join (select r.supporter_id, r.knower_member_id,
                             row_number() over (partition by r.supporter_id order by r.strength desc, r.relationship_id) nth
                      from relationships r
                      join members m on m.member_id = r.knower_member_id and m.suspended_at is null
                      where r.organization_id = {0} and r.supporter_id in ({1})) knows
                  on knows.supporter_id = c.supporter_id and knows.nth = 1
                set c.known_by_member_id = knows.knower_member_id
                where c.organization_id = {0} and c.supporter_id in ({1}) and c.state = 'NEEDS_FIRST_TEXT'
                  and c.member_id is null and c.known_by_member_id is null
                """, organization, people);
    }

    void unknown(OrganizationId organizationId, MemberId memberId, Collection<SupporterId> supporters) {
        db.update(CONVERSATIONS)
                .setNull(CONVERSATIONS.KNOWN_BY_MEMBER_ID)
                .where(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                .and(CONVERSATIONS.SUPPORTER_ID.in(supporters))
                .and(CONVERSATIONS.STATE.eq(ConversationState.NEEDS_FIRST_TEXT))
                .and(CONVERSATIONS.MEMBER_ID.isNull())
                .and(CONVERSATIONS.KNOWN_BY_MEMBER_ID.eq(memberId))
                .execute();
    }
}
