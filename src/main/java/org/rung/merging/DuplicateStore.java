package org.rung.merging;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.rung.db.Tables.DUPLICATES;
import static org.rung.db.Tables.DUPLICATE_LOOKS;
import static org.rung.db.Tables.ORGANIZATIONS;
import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.TOLD_APART;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Pairs that look alike, as the last look found them, and pairs that were told apart. */
@Repository
class DuplicateStore {
    private final DSLContext db;

    DuplicateStore(DSLContext db) {
        this.db = db;
    }

    record Found(SupporterId first, SupporterId other, int reasons, int strength) {}

    /** The strongest likeness first, then the newest person. */
    List<Found> page(OrganizationId organizationId, Optional<PageMark> after, int most) {
        return db.select(
                        DUPLICATES.SUPPORTER_ID, DUPLICATES.OTHER_SUPPORTER_ID, DUPLICATES.REASONS, DUPLICATES.STRENGTH)
                .from(DUPLICATES)
                .where(DUPLICATES.ORGANIZATION_ID.eq(organizationId))
                .and(after.map(mark -> row(DUPLICATES.STRENGTH, DUPLICATES.OTHER_SUPPORTER_ID, DUPLICATES.SUPPORTER_ID)
                                .lt((byte) mark.strength(), mark.other(), mark.first()))
                        .orElse(noCondition()))
                .orderBy(
                        DUPLICATES.STRENGTH.desc(),
                        DUPLICATES.OTHER_SUPPORTER_ID.desc(),
                        DUPLICATES.SUPPORTER_ID.desc())
                .limit(most)
                .fetch(found -> new Found(found.value1(), found.value2(), found.value3(), found.value4()));
    }

    int count(OrganizationId organizationId, int most) {
        return db.selectCount()
                .from(db.select(DUPLICATES.OTHER_SUPPORTER_ID)
                        .from(DUPLICATES)
                        .where(DUPLICATES.ORGANIZATION_ID.eq(organizationId))
                        .limit(most)
                        .asTable("found"))
                .fetchSingle(0, int.class);
    }

    void tellApart(Actor actor, SupporterId first, SupporterId other, Instant now) {
        db.insertInto(TOLD_APART)
                .set(TOLD_APART.SUPPORTER_ID, first)
                .set(TOLD_APART.OTHER_SUPPORTER_ID, other)
                .set(TOLD_APART.ORGANIZATION_ID, actor.organization())
                .set(TOLD_APART.MEMBER_ID, actor.member().orElse(null))
                .set(TOLD_APART.TOLD_AT, now)
                // Said twice is said once.
                .onDuplicateKeyIgnore()
                .execute();
        drop(actor.organization(), first, other);
    }

    void drop(OrganizationId organizationId, SupporterId first, SupporterId other) {
        db.deleteFrom(DUPLICATES)
                .where(DUPLICATES.ORGANIZATION_ID.eq(organizationId))
                .and(DUPLICATES.SUPPORTER_ID.eq(first))
                .and(DUPLICATES.OTHER_SUPPORTER_ID.eq(other))
                .execute();
    }

    /** False where they were looked through since that instant. Two at once: the second waits, and then has nothing to do. */
    boolean begin(OrganizationId organizationId, Instant now, Instant since) {
        db.execute(
                "insert into duplicate_looks (organization_id, looked_at) values (?, '1970-01-02')"
                        + " on duplicate key update looked_at = looked_at",
                organizationId.value());
        return db.update(DUPLICATE_LOOKS)
                        .set(DUPLICATE_LOOKS.LOOKED_AT, now)
                        .set(
                                DUPLICATE_LOOKS.NEWEST_SUPPORTER_ID,
                                db.select(max(SUPPORTERS.SUPPORTER_ID))
                                        .from(SUPPORTERS)
                                        .where(SUPPORTERS.ORGANIZATION_ID.eq(organizationId)))
                        .where(DUPLICATE_LOOKS.ORGANIZATION_ID.eq(organizationId))
                        .and(DUPLICATE_LOOKS.LOOKED_AT.le(since))
                        .execute()
                == 1;
    }

    void dropOlder(OrganizationId organizationId, Instant found) {
        db.deleteFrom(DUPLICATES)
                .where(DUPLICATES.ORGANIZATION_ID.eq(organizationId))
                .and(DUPLICATES.FOUND_AT.ne(found))
                .execute();
    }

    Optional<Instant> lookedAt(OrganizationId organizationId) {
        return db.select(DUPLICATE_LOOKS.LOOKED_AT)
                .from(DUPLICATE_LOOKS)
                .where(DUPLICATE_LOOKS.ORGANIZATION_ID.eq(organizationId))
                .fetchOptional(DUPLICATE_LOOKS.LOOKED_AT);
    }

    /** Organizations to which somebody came since their last look, unless that was just now, or whose last look is long ago. */
    List<OrganizationId> due(Instant longAgo, Instant justNow, int most) {
        return db.select(ORGANIZATIONS.ORGANIZATION_ID)
                .from(ORGANIZATIONS)
                .leftJoin(DUPLICATE_LOOKS)
                .on(DUPLICATE_LOOKS.ORGANIZATION_ID.eq(ORGANIZATIONS.ORGANIZATION_ID))
                .where(DUPLICATE_LOOKS
                        .LOOKED_AT
                        .isNull()
                        .or(DUPLICATE_LOOKS.LOOKED_AT.lt(longAgo))
                        .or(DUPLICATE_LOOKS
                                .LOOKED_AT
                                .le(justNow)
                                .and(exists(selectOne()
                                        .from(SUPPORTERS)
                                        .where(SUPPORTERS.ORGANIZATION_ID.eq(ORGANIZATIONS.ORGANIZATION_ID))
                                        .and(SUPPORTERS.SUPPORTER_ID.gt(coalesce(
                                                DUPLICATE_LOOKS.NEWEST_SUPPORTER_ID,
                                                val(new SupporterId(0), SUPPORTERS.SUPPORTER_ID))))))))
                .limit(most)
                .fetch(ORGANIZATIONS.ORGANIZATION_ID);
    }
}
