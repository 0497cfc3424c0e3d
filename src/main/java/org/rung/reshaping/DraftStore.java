package org.rung.reshaping;

import static org.rung.db.Tables.LADDER_DRAFTS;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.ladder.LadderId;
import org.rung.ladder.Shape;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

@Repository
class DraftStore {
    private final DSLContext db;

    DraftStore(DSLContext db) {
        this.db = db;
    }

    Optional<LadderDraft> find(OrganizationId organization, LadderId ladder) {
        return db.selectFrom(LADDER_DRAFTS)
                .where(LADDER_DRAFTS.LADDER_ID.eq(ladder), LADDER_DRAFTS.ORGANIZATION_ID.eq(organization))
                .fetchOptional(row -> new LadderDraft(
                        row.getLadderId(),
                        row.getBase(),
                        row.getRevision(),
                        Shape.read(row.getShape()),
                        Optional.ofNullable(row.getMemberId()),
                        Optional.of(row.getChangedAt())));
    }

    /** False when somebody has begun one by now. */
    boolean begin(Actor actor, LadderId ladder, int base, Shape shape, Instant now) {
        try {
            db.insertInto(LADDER_DRAFTS)
                    .set(LADDER_DRAFTS.LADDER_ID, ladder)
                    .set(LADDER_DRAFTS.ORGANIZATION_ID, actor.organization())
                    .set(LADDER_DRAFTS.BASE, base)
                    .set(LADDER_DRAFTS.REVISION, 1)
                    .set(LADDER_DRAFTS.SHAPE, shape.text())
                    .set(LADDER_DRAFTS.MEMBER_ID, actor.member().orElse(null))
                    .set(LADDER_DRAFTS.CHANGED_AT, now)
                    .execute();
            return true;
        } catch (DuplicateKeyException late) {
            return false;
        }
    }

    /** False when it is another revision by now. */
    boolean change(Actor actor, LadderId ladder, int seen, Shape shape, Instant now) {
        return db.update(LADDER_DRAFTS)
                        .set(LADDER_DRAFTS.REVISION, seen + 1)
                        .set(LADDER_DRAFTS.SHAPE, shape.text())
                        .set(LADDER_DRAFTS.MEMBER_ID, actor.member().orElse(null))
                        .set(LADDER_DRAFTS.CHANGED_AT, now)
                        .where(
                                LADDER_DRAFTS.LADDER_ID.eq(ladder),
                                LADDER_DRAFTS.ORGANIZATION_ID.eq(actor.organization()),
                                LADDER_DRAFTS.REVISION.eq(seen))
                        .execute()
                == 1;
    }

    /** False when there is none of this revision. */
    boolean drop(OrganizationId organization, LadderId ladder, int seen) {
        return db.deleteFrom(LADDER_DRAFTS)
                        .where(
                                LADDER_DRAFTS.LADDER_ID.eq(ladder),
                                LADDER_DRAFTS.ORGANIZATION_ID.eq(organization),
                                LADDER_DRAFTS.REVISION.eq(seen))
                        .execute()
                == 1;
    }

    void drop(OrganizationId organization, LadderId ladder) {
        db.deleteFrom(LADDER_DRAFTS)
                .where(LADDER_DRAFTS.LADDER_ID.eq(ladder), LADDER_DRAFTS.ORGANIZATION_ID.eq(organization))
                .execute();
    }
}
