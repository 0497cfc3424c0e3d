package org.rung.texting;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;
import static org.rung.db.Tables.CAMPAIGNS;
import static org.rung.db.Tables.MEMBERS;
import static org.rung.db.Tables.SCRIPTS;
import static org.rung.db.Tables.SENDERS;
import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.TURFS;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** What a new organization has already: one query of index look-ups. */
@Repository
class FirstStepsStore {
    private final DSLContext db;

    FirstStepsStore(DSLContext db) {
        this.db = db;
    }

    /** Nothing once a campaign was started. */
    Optional<Set<FirstSteps.Step>> done(OrganizationId here) {
        var started = has(CAMPAIGNS, CAMPAIGNS.ORGANIZATION_ID, here, CAMPAIGNS.STARTED_AT.isNotNull());
        var sender = has(SENDERS, SENDERS.ORGANIZATION_ID, here, SENDERS.RETIRED_AT.isNull());
        var list = has(SUPPORTERS, SUPPORTERS.ORGANIZATION_ID, here, SUPPORTERS.SUPPORTER_ID.isNotNull());
        var script = has(SCRIPTS, SCRIPTS.ORGANIZATION_ID, here, SCRIPTS.SCRIPT_ID.isNotNull());
        var turf = has(TURFS, TURFS.ORGANIZATION_ID, here, TURFS.TURF_ID.isNotNull());
        var campaign = has(CAMPAIGNS, CAMPAIGNS.ORGANIZATION_ID, here, CAMPAIGNS.CAMPAIGN_ID.isNotNull());
        // Whoever founded it is one; a second came by an invitation.
        var first = MEMBERS.as("first");
        var team = field(exists(selectOne()
                .from(MEMBERS)
                .join(first)
                .on(first.ORGANIZATION_ID.eq(MEMBERS.ORGANIZATION_ID))
                .and(first.MEMBER_ID.lt(MEMBERS.MEMBER_ID))
                .where(MEMBERS.ORGANIZATION_ID.eq(here))));
        var found =
                db.select(started, sender, list, script, turf, team, campaign).fetchSingle();
        if (found.value1()) return Optional.empty();
        var done = EnumSet.noneOf(FirstSteps.Step.class);
        for (var step : FirstSteps.Step.values()) {
            if (Boolean.TRUE.equals(found.get(step.ordinal() + 1, Boolean.class))) done.add(step);
        }
        return Optional.of(done);
    }

    private static Field<Boolean> has(
            Table<?> table, TableField<?, OrganizationId> organization, OrganizationId here, Condition which) {
        return field(exists(selectOne().from(table).where(organization.eq(here)).and(which)));
    }
}
