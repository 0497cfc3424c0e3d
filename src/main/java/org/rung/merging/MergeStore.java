package org.rung.merging;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.rung.db.Tables.MERGES;
import static org.rung.db.Tables.MERGE_PARTS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.people.HandedOver;
import org.rung.people.Pair;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Merges, and for a while what it takes to undo them. */
@Repository
class MergeStore {
    private static final int AT_ONCE = 500;
    private static final org.rung.db.tables.Merges LATER = MERGES.as("later");
    private static final Condition OVERTAKEN = exists(selectOne()
            .from(LATER)
            .where(LATER.SUPPORTER_ID.eq(MERGES.SUPPORTER_ID))
            .and(LATER.MERGE_ID.gt(MERGES.MERGE_ID))
            .and(LATER.UNDONE_AT.isNull()));

    private final DSLContext db;

    MergeStore(DSLContext db) {
        this.db = db;
    }

    MergeId add(Actor actor, Pair pair, List<HandedOver> parts, Instant now) {
        var id = new MergeId(Id.next());
        db.insertInto(MERGES)
                .set(MERGES.MERGE_ID, id)
                .set(MERGES.ORGANIZATION_ID, pair.organizationId())
                .set(MERGES.SUPPORTER_ID, pair.kept())
                .set(MERGES.KEPT_SUPPORTER_ID, pair.kept())
                .set(MERGES.GONE_SUPPORTER_ID, pair.gone())
                .set(MERGES.ACTOR_KIND, actor.kind())
                .set(MERGES.ACTOR_ID, actor.id().orElse(null))
                .set(MERGES.MERGED_AT, now)
                .execute();
        for (int first = 0; first < parts.size(); first += AT_ONCE) {
            var insert = db.insertInto(
                    MERGE_PARTS, MERGE_PARTS.MERGE_ID, MERGE_PARTS.KIND, MERGE_PARTS.ROW_ID, MERGE_PARTS.DETAIL);
            for (var part : parts.subList(first, Math.min(first + AT_ONCE, parts.size())))
                insert = insert.values(id, part.kind(), part.rowId(), part.detail());
            insert.execute();
        }
        return id;
    }

    List<HandedOver> parts(MergeId merge) {
        return db.select(MERGE_PARTS.KIND, MERGE_PARTS.ROW_ID, MERGE_PARTS.DETAIL)
                .from(MERGE_PARTS)
                .where(MERGE_PARTS.MERGE_ID.eq(merge))
                .orderBy(MERGE_PARTS.KIND, MERGE_PARTS.ROW_ID)
                .fetch(part -> new HandedOver(part.value1(), part.value2(), part.value3()));
    }

    /** @param since merges before that may not be taken back any more */
    Optional<Merge> find(OrganizationId here, MergeId merge, Instant since) {
        return rows(here, MERGES.MERGE_ID.eq(merge), since, 1).stream().findFirst();
    }

    /** The newest first. */
    List<Merge> page(OrganizationId here, Optional<MergeId> after, Instant since, int most) {
        return rows(here, after.map(MERGES.MERGE_ID::lt).orElse(noCondition()), since, most);
    }

    List<Merge> of(OrganizationId here, SupporterId now, Instant before, Instant since, int most) {
        return rows(here, MERGES.SUPPORTER_ID.eq(now).and(MERGES.MERGED_AT.lt(before)), since, most);
    }

    private List<Merge> rows(OrganizationId here, Condition which, Instant since, int most) {
        var undoable = field(MERGES.UNDONE_AT
                .isNull()
                .and(MERGES.SETTLED_AT.isNull())
                .and(MERGES.MERGED_AT.gt(since))
                .and(MERGES.SUPPORTER_ID.eq(MERGES.KEPT_SUPPORTER_ID))
                .andNot(OVERTAKEN));
        return db.select(MERGES.fields())
                .select(undoable)
                .from(MERGES)
                .where(MERGES.ORGANIZATION_ID.eq(here))
                .and(which)
                .orderBy(MERGES.MERGE_ID.desc())
                .limit(most)
                .fetch(row -> merge(row, Boolean.TRUE.equals(row.get(undoable))));
    }

    private static Merge merge(Record row, boolean undoable) {
        return new Merge(
                row.get(MERGES.MERGE_ID),
                row.get(MERGES.KEPT_SUPPORTER_ID),
                row.get(MERGES.GONE_SUPPORTER_ID),
                row.get(MERGES.SUPPORTER_ID),
                "MEMBER".equals(row.get(MERGES.ACTOR_KIND))
                        ? Optional.ofNullable(row.get(MERGES.ACTOR_ID)).map(MemberId::new)
                        : Optional.empty(),
                row.get(MERGES.MERGED_AT),
                Optional.ofNullable(row.get(MERGES.UNDONE_AT)),
                undoable);
    }

    Optional<SupporterId> successor(OrganizationId here, SupporterId gone) {
        return db.select(MERGES.SUPPORTER_ID)
                .from(MERGES)
                .where(MERGES.ORGANIZATION_ID.eq(here), MERGES.STANDING_GONE_SUPPORTER_ID.eq(gone))
                .fetchOptional(MERGES.SUPPORTER_ID);
    }

    void undone(OrganizationId here, MergeId merge, Instant now) {
        db.update(MERGES)
                .set(MERGES.UNDONE_AT, now)
                .set(MERGES.SETTLED_AT, now)
                .where(MERGES.ORGANIZATION_ID.eq(here), MERGES.MERGE_ID.eq(merge))
                .execute();
        db.deleteFrom(MERGE_PARTS).where(MERGE_PARTS.MERGE_ID.eq(merge)).execute();
    }

    /** Of every organization: what was kept of merges before that goes. True when there may be more. */
    boolean settle(Instant before, Instant now, int most) {
        var old = db.select(MERGES.MERGE_ID)
                .from(MERGES)
                .where(MERGES.SETTLED_AT.isNull(), MERGES.MERGED_AT.le(before))
                .orderBy(MERGES.MERGED_AT)
                .limit(most)
                .fetch(MERGES.MERGE_ID);
        db.deleteFrom(MERGE_PARTS).where(MERGE_PARTS.MERGE_ID.in(old)).execute();
        db.update(MERGES)
                .set(MERGES.SETTLED_AT, now)
                .where(MERGES.MERGE_ID.in(old))
                .execute();
        return old.size() == most;
    }
}
