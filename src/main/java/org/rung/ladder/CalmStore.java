package org.rung.ladder;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;
import static org.rung.db.Tables.ACTIONS;
import static org.rung.db.Tables.STANDINGS;

import java.time.Instant;
import org.jooq.DSLContext;
import org.rung.actions.ActionId;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** The standing of someone whose newest action no rule asks for: all that changes is when they last did something. */
@Repository
class CalmStore {
    private final DSLContext dsl;

    CalmStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Standings of one supporter, and how many of them an action at that instant leaves where they are: it comes after
     * all that is known, and no fall is due.
     */
    record Found(int standings, int calm, boolean acted) {}

    Found find(OrganizationId organizationId, SupporterId supporterId, ActionId but, Instant at, Instant now) {
        var acted = field(exists(
                selectOne().from(ACTIONS).where(ACTIONS.SUPPORTER_ID.eq(supporterId), ACTIONS.ACTION_ID.ne(but))));
        var rows = dsl.select(STANDINGS.SINCE_AT, STANDINGS.LAST_ACTION_AT, STANDINGS.FALLS_AT, acted)
                .from(selectOne().asTable("one"))
                .leftJoin(STANDINGS)
                .on(STANDINGS.SUPPORTER_ID.eq(supporterId), STANDINGS.ORGANIZATION_ID.eq(organizationId))
                .fetch();
        int standings = 0;
        int calm = 0;
        for (var row : rows) {
            Instant since = row.value1();
            Instant last = row.value2();
            Instant falls = row.value3();
            if (since != null) {
                standings++;
                if (last != null && !last.isAfter(at) && !since.isAfter(at) && (falls == null || falls.isAfter(now))) {
                    calm++;
                }
            }
        }
        return new Found(standings, calm, rows.getFirst().value4());
    }

    /** How many standings now end with this action; the conditions again, since nobody held them before. */
    int touch(OrganizationId organizationId, SupporterId supporterId, Instant at, Instant now) {
        return dsl.update(STANDINGS)
                .set(STANDINGS.LAST_ACTION_AT, at)
                .where(
                        STANDINGS.SUPPORTER_ID.eq(supporterId),
                        STANDINGS.ORGANIZATION_ID.eq(organizationId),
                        STANDINGS.LAST_ACTION_AT.le(at),
                        STANDINGS.SINCE_AT.le(at),
                        STANDINGS.FALLS_AT.isNull().or(STANDINGS.FALLS_AT.gt(now)))
                .execute();
    }

    /** The first thing someone ever did; false when they have a standing by now. */
    boolean begin(OrganizationId organizationId, LadderId ladderId, SupporterId supporterId, Instant at) {
        try {
            dsl.insertInto(STANDINGS)
                    .columns(
                            STANDINGS.LADDER_ID,
                            STANDINGS.SUPPORTER_ID,
                            STANDINGS.ORGANIZATION_ID,
                            STANDINGS.POSITION,
                            STANDINGS.HIGHEST,
                            STANDINGS.SINCE_AT,
                            STANDINGS.CAUSE,
                            STANDINGS.LAST_ACTION_AT)
                    .values(ladderId, supporterId, organizationId, (byte) 1, (byte) 1, at, Reason.NOTHING.text(), at)
                    .execute();
            return true;
        } catch (DuplicateKeyException other) {
            return false;
        }
    }
}
