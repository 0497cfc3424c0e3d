package org.rung.campaigns;

import static org.rung.db.Tables.SCRIPT_MOVES;
import static org.rung.db.Tables.SCRIPT_VERSIONS;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.scripts.ScriptVersionId;
import org.springframework.stereotype.Repository;

/** Which versions of its script a campaign has said. */
@Repository
class ScriptMoveStore {
    private final DSLContext db;

    ScriptMoveStore(DSLContext db) {
        this.db = db;
    }

    ScriptMoveId add(Actor actor, CampaignId campaignId, ScriptVersionId from, ScriptVersionId to, Instant now) {
        var id = new ScriptMoveId(Id.next());
        db.insertInto(SCRIPT_MOVES)
                .set(SCRIPT_MOVES.SCRIPT_MOVE_ID, id)
                .set(SCRIPT_MOVES.ORGANIZATION_ID, actor.organization())
                .set(SCRIPT_MOVES.CAMPAIGN_ID, campaignId)
                .set(SCRIPT_MOVES.FORMER_SCRIPT_VERSION_ID, from)
                .set(SCRIPT_MOVES.SCRIPT_VERSION_ID, to)
                .set(SCRIPT_MOVES.MADE_BY_MEMBER_ID, actor.member().orElse(null))
                .set(SCRIPT_MOVES.MOVED_AT, now)
                .execute();
        return id;
    }

    void undone(OrganizationId organizationId, ScriptMoveId moveId, Instant now) {
        db.update(SCRIPT_MOVES)
                .set(SCRIPT_MOVES.UNDONE_AT, now)
                .where(SCRIPT_MOVES.ORGANIZATION_ID.eq(organizationId))
                .and(SCRIPT_MOVES.SCRIPT_MOVE_ID.eq(moveId))
                .execute();
    }

    Optional<ScriptMove> find(OrganizationId organizationId, ScriptMoveId moveId) {
        return moves(organizationId).and(SCRIPT_MOVES.SCRIPT_MOVE_ID.eq(moveId)).fetchOptional(ScriptMoveStore::move);
    }

    /** The newest first. */
    List<ScriptMove> of(OrganizationId organizationId, CampaignId campaignId, int most) {
        return moves(organizationId)
                .and(SCRIPT_MOVES.CAMPAIGN_ID.eq(campaignId))
                .orderBy(SCRIPT_MOVES.SCRIPT_MOVE_ID.desc())
                .limit(most)
                .fetch(ScriptMoveStore::move);
    }

    /** Each version once, the latest said first, those that were moved back from too. */
    Set<ScriptVersionId> versions(OrganizationId organizationId, CampaignId campaignId, int most) {
        var versions = new LinkedHashSet<ScriptVersionId>();
        db.select(SCRIPT_MOVES.SCRIPT_VERSION_ID, SCRIPT_MOVES.FORMER_SCRIPT_VERSION_ID)
                .from(SCRIPT_MOVES)
                .where(SCRIPT_MOVES.ORGANIZATION_ID.eq(organizationId))
                .and(SCRIPT_MOVES.CAMPAIGN_ID.eq(campaignId))
                .orderBy(SCRIPT_MOVES.SCRIPT_MOVE_ID.desc())
                .limit(most)
                .forEach(row -> {
                    versions.add(row.value1());
                    versions.add(row.value2());
                });
        return versions;
    }

    private SelectConditionStep<Record> moves(OrganizationId organizationId) {
        return db.select(SCRIPT_MOVES.fields())
                .select(SCRIPT_VERSIONS.NUMBER)
                .from(SCRIPT_MOVES)
                .join(SCRIPT_VERSIONS)
                .on(SCRIPT_VERSIONS.SCRIPT_VERSION_ID.eq(SCRIPT_MOVES.SCRIPT_VERSION_ID))
                .where(SCRIPT_MOVES.ORGANIZATION_ID.eq(organizationId));
    }

    private static ScriptMove move(Record row) {
        return new ScriptMove(
                row.get(SCRIPT_MOVES.SCRIPT_MOVE_ID),
                row.get(SCRIPT_MOVES.CAMPAIGN_ID),
                row.get(SCRIPT_MOVES.FORMER_SCRIPT_VERSION_ID),
                row.get(SCRIPT_MOVES.SCRIPT_VERSION_ID),
                row.get(SCRIPT_VERSIONS.NUMBER),
                Optional.ofNullable(row.get(SCRIPT_MOVES.MADE_BY_MEMBER_ID)),
                row.get(SCRIPT_MOVES.MOVED_AT),
                Optional.ofNullable(row.get(SCRIPT_MOVES.UNDONE_AT)));
    }
}
