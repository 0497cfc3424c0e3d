package org.rung.texting;

import static org.jooq.impl.DSL.val;
import static org.rung.db.Tables.DESK_CHOICES;

import org.jooq.DSLContext;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Component;

@Component
class ChoiceStore {

    private final DSLContext db;

    ChoiceStore(DSLContext db) {
        this.db = db;
    }

    boolean stays(OrganizationId organizationId, MemberId member) {
        return db.select(DESK_CHOICES.STAYS)
                .from(DESK_CHOICES)
                .where(DESK_CHOICES.MEMBER_ID.eq(member))
                .and(DESK_CHOICES.ORGANIZATION_ID.eq(organizationId))
                .fetchOptional(DESK_CHOICES.STAYS)
                .orElse(false);
    }

    boolean covers(OrganizationId organizationId, MemberId member) {
        return db.select(DESK_CHOICES.COVERS)
                .from(DESK_CHOICES)
                .where(DESK_CHOICES.MEMBER_ID.eq(member))
                .and(DESK_CHOICES.ORGANIZATION_ID.eq(organizationId))
                .fetchOptional(DESK_CHOICES.COVERS)
                .orElse(true);
    }

    void cover(OrganizationId organizationId, MemberId member, boolean covers) {
        db.execute(
                "insert into desk_choices (member_id, organization_id, stays, covers) values (?, ?, false, ?)"
                        + " on duplicate key update covers = values(covers)",
                val(member, DESK_CHOICES.MEMBER_ID),
                val(organizationId, DESK_CHOICES.ORGANIZATION_ID),
                covers);
    }

    void stay(OrganizationId organizationId, MemberId member, boolean stays) {
        // The same member again overwrites: one line each.
        db.execute(
                "insert into desk_choices (member_id, organization_id, stays) values (?, ?, ?)"
                        + " on duplicate key update stays = values(stays)",
                val(member, DESK_CHOICES.MEMBER_ID),
                val(organizationId, DESK_CHOICES.ORGANIZATION_ID),
                stays);
    }
}
