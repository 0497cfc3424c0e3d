package org.rung.pointpeople;

import static org.rung.db.Tables.MEMBERS;
import static org.rung.db.Tables.SUPPORTER_POINTS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.people.Belongings;
import org.rung.people.Estate;
import org.rung.people.HandedOver;
import org.rung.people.Pair;
import org.rung.people.SupporterId;
import org.rung.people.Union;
import org.springframework.stereotype.Repository;

/** Who knows them best: where both had somebody, the kept one's stays. */
@Repository
class PointBelongingsStore implements Belongings {
    private static final String KIND = "point";
    private static final String OF_BOTH = "point-of-both";

    private final DSLContext db;

    PointBelongingsStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public int order() {
        return 3;
    }

    @Override
    public Set<String> tables() {
        return Set.of("supporter_points");
    }

    @Override
    public List<HandedOver> handOver(Pair pair, Union union, Instant now) {
        Optional<MemberId> theirs = of(pair.organizationId(), pair.gone());
        if (theirs.isEmpty()) return List.of();
        boolean both = of(pair.organizationId(), pair.kept()).isPresent();
        if (both) {
            db.deleteFrom(SUPPORTER_POINTS)
                    .where(SUPPORTER_POINTS.SUPPORTER_ID.eq(pair.gone()))
                    .and(SUPPORTER_POINTS.ORGANIZATION_ID.eq(pair.organizationId()))
                    .execute();
        } else {
            db.update(SUPPORTER_POINTS)
                    .set(SUPPORTER_POINTS.SUPPORTER_ID, pair.kept())
                    .where(SUPPORTER_POINTS.SUPPORTER_ID.eq(pair.gone()))
                    .and(SUPPORTER_POINTS.ORGANIZATION_ID.eq(pair.organizationId()))
                    .execute();
        }
        return List.of(new HandedOver(both ? OF_BOTH : KIND, theirs.get().value(), ""));
    }

    @Override
    public void giveBack(Pair pair, Estate estate, Instant now) {
        for (long member : estate.rows(KIND)) {
            db.update(SUPPORTER_POINTS)
                    .set(SUPPORTER_POINTS.SUPPORTER_ID, pair.gone())
                    .where(SUPPORTER_POINTS.SUPPORTER_ID.eq(pair.kept()))
                    .and(SUPPORTER_POINTS.ORGANIZATION_ID.eq(pair.organizationId()))
                    .and(SUPPORTER_POINTS.MEMBER_ID.eq(new MemberId(member)))
                    .execute();
        }
        for (long member : estate.rows(OF_BOTH)) {
            if (!db.fetchExists(MEMBERS, MEMBERS.MEMBER_ID.eq(new MemberId(member)))) continue;
            db.insertInto(SUPPORTER_POINTS)
                    .set(SUPPORTER_POINTS.SUPPORTER_ID, pair.gone())
                    .set(SUPPORTER_POINTS.ORGANIZATION_ID, pair.organizationId())
                    .set(SUPPORTER_POINTS.MEMBER_ID, new MemberId(member))
                    .set(SUPPORTER_POINTS.SET_AT, now)
                    .onDuplicateKeyIgnore()
                    .execute();
        }
    }

    private Optional<MemberId> of(OrganizationId here, SupporterId who) {
        return db.select(SUPPORTER_POINTS.MEMBER_ID)
                .from(SUPPORTER_POINTS)
                .where(SUPPORTER_POINTS.SUPPORTER_ID.eq(who), SUPPORTER_POINTS.ORGANIZATION_ID.eq(here))
                .fetchOptional(SUPPORTER_POINTS.MEMBER_ID);
    }
}
