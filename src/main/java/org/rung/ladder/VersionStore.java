package org.rung.ladder;

import static org.rung.db.Tables.LADDERS;
import static org.rung.db.Tables.LADDER_VERSIONS;
import static org.rung.db.Tables.RUNGS;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** What ladders were, and becoming another one. */
@Repository
class VersionStore {
    private final DSLContext dsl;

    VersionStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The oldest first; none for a ladder that was never changed. */
    List<LadderVersion> of(OrganizationId organizationId, LadderId ladderId) {
        return of(organizationId).getOrDefault(ladderId, List.of());
    }

    Map<LadderId, List<LadderVersion>> of(OrganizationId organizationId) {
        return dsl.select(
                        LADDER_VERSIONS.LADDER_ID,
                        LADDER_VERSIONS.VERSION,
                        LADDER_VERSIONS.SINCE_AT,
                        LADDER_VERSIONS.SHAPE,
                        LADDER_VERSIONS.NOTE,
                        LADDER_VERSIONS.BACK_TO,
                        LADDER_VERSIONS.MEMBER_ID)
                .from(LADDER_VERSIONS)
                .where(LADDER_VERSIONS.ORGANIZATION_ID.eq(organizationId))
                .orderBy(LADDER_VERSIONS.LADDER_ID, LADDER_VERSIONS.VERSION)
                .fetchGroups(
                        row -> row.get(LADDER_VERSIONS.LADDER_ID),
                        row -> new LadderVersion(
                                row.get(LADDER_VERSIONS.LADDER_ID),
                                row.get(LADDER_VERSIONS.VERSION),
                                row.get(LADDER_VERSIONS.SINCE_AT),
                                Shape.read(row.get(LADDER_VERSIONS.SHAPE)),
                                row.get(LADDER_VERSIONS.NOTE),
                                Optional.ofNullable(row.get(LADDER_VERSIONS.BACK_TO)),
                                Optional.ofNullable(row.get(LADDER_VERSIONS.MEMBER_ID))));
    }

    /** Held from then on: whoever changes it waits for whoever does so now. */
    record Held(int version, Instant createdAt) {}

    Optional<Held> hold(OrganizationId organizationId, LadderId ladderId) {
        return dsl.select(LADDERS.VERSION, LADDERS.CREATED_AT)
                .from(LADDERS)
                .where(LADDERS.LADDER_ID.eq(ladderId), LADDERS.ORGANIZATION_ID.eq(organizationId))
                .forUpdate()
                .fetchOptional(row -> new Held(row.value1(), row.value2()));
    }

    void add(OrganizationId organizationId, LadderVersion version) {
        dsl.insertInto(LADDER_VERSIONS)
                .set(LADDER_VERSIONS.LADDER_ID, version.ladderId())
                .set(LADDER_VERSIONS.VERSION, version.version())
                .set(LADDER_VERSIONS.ORGANIZATION_ID, organizationId)
                .set(LADDER_VERSIONS.SINCE_AT, version.since())
                .set(LADDER_VERSIONS.SHAPE, version.shape().text())
                .set(LADDER_VERSIONS.NOTE, version.note())
                .set(LADDER_VERSIONS.BACK_TO, version.backTo().orElse(null))
                .set(LADDER_VERSIONS.MEMBER_ID, version.by().orElse(null))
                .execute();
    }

    /** The rungs in use are these from now on; those that are left out stay, for the history, and may come back. */
    void become(OrganizationId organizationId, LadderId ladderId, int version, Shape shape, Instant now) {
        Set<RungId> known = new HashSet<>(dsl.select(RUNGS.RUNG_ID)
                .from(RUNGS)
                .where(RUNGS.LADDER_ID.eq(ladderId), RUNGS.ORGANIZATION_ID.eq(organizationId))
                .fetch(RUNGS.RUNG_ID));
        // All leave their places first: a place is taken once.
        dsl.update(RUNGS)
                .set(RUNGS.RETIRED_AT, now)
                .where(
                        RUNGS.LADDER_ID.eq(ladderId),
                        RUNGS.ORGANIZATION_ID.eq(organizationId),
                        RUNGS.RETIRED_AT.isNull())
                .execute();
        for (Rung rung : shape.rungs()) {
            var values = new HashMap<org.jooq.Field<?>, Object>();
            values.put(RUNGS.POSITION, (byte) rung.position());
            values.put(RUNGS.NAME, rung.name());
            values.put(RUNGS.BLURB, rung.blurb());
            values.put(RUNGS.RULE, rung.rule().map(RuleText::write).orElse(null));
            values.put(RUNGS.CONFIRMED, rung.confirmed());
            values.put(RUNGS.BY_HAND, rung.byHand());
            values.put(RUNGS.RETIRED_AT, null);
            if (known.contains(rung.rungId())) {
                dsl.update(RUNGS)
                        .set(values)
                        .where(RUNGS.RUNG_ID.eq(rung.rungId()), RUNGS.ORGANIZATION_ID.eq(organizationId))
                        .execute();
            } else {
                values.put(RUNGS.RUNG_ID, rung.rungId());
                values.put(RUNGS.LADDER_ID, ladderId);
                values.put(RUNGS.ORGANIZATION_ID, organizationId);
                dsl.insertInto(RUNGS).set(values).execute();
            }
        }
        dsl.update(LADDERS)
                .set(LADDERS.VERSION, version)
                .where(LADDERS.LADDER_ID.eq(ladderId), LADDERS.ORGANIZATION_ID.eq(organizationId))
                .execute();
    }
}
