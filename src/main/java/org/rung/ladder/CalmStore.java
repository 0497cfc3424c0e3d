package org.rung.ladder;

import static org.rung.db.Tables.STANDINGS;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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
    record Found(int standings, int calm) {}

    Found find(OrganizationId organizationId, SupporterId supporterId, Instant at, Instant now) {
        var rows = dsl.select(STANDINGS.SINCE_AT, STANDINGS.LAST_ACTION_AT, STANDINGS.FALLS_AT)
                .from(STANDINGS)
                .where(STANDINGS.SUPPORTER_ID.eq(supporterId), STANDINGS.ORGANIZATION_ID.eq(organizationId))
                .fetch();
        int standings = 0;
        int calm = 0;
        for (var row : rows) {
            Instant since = row.value1();
            Instant last = row.value2();
            Instant falls = row.value3();
            standings++;
            if (last != null && !last.isAfter(at) && !since.isAfter(at) && (falls == null || falls.isAfter(now))) {
                calm++;
            }
        }
        return new Found(standings, calm);
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

    /** The first thing someone ever did; false when they did something before, or have a standing by now. */
    boolean begin(
            OrganizationId organizationId, LadderId ladderId, SupporterId supporterId, ActionId first, Instant at) {
        LocalDateTime then = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        try {
            return dsl.execute(
                            "insert into standings (ladder_id, supporter_id, organization_id, position, highest, since_at, cause,"
                                    + " last_action_at) select ?, ?, ?, 1, 1, ?, ?, ? from dual"
                                    + " where not exists (select 1 from standings s where s.supporter_id = ? and s.organization_id = ?)"
                                    + " and not exists (select 1 from actions a where a.supporter_id = ? and a.action_id <> ?)",
                            ladderId.value(),
                            supporterId.value(),
                            organizationId.value(),
                            then,
                            Reason.NOTHING.text(),
                            then,
                            supporterId.value(),
                            organizationId.value(),
                            supporterId.value(),
                            first.value())
                    == 1;
        } catch (DuplicateKeyException other) {
            return false;
        }
    }
}
