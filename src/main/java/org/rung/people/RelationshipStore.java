package org.rung.people;

import static org.rung.db.Tables.RELATIONSHIPS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

@Repository
class RelationshipStore {
    private final DSLContext db;

    RelationshipStore(DSLContext db) {
        this.db = db;
    }

    void put(
            OrganizationId organization,
            SupporterId supporter,
            MemberId knower,
            RelationshipKind kind,
            int strength,
            Visibility visibility,
            Instant now) {
        // Twice from one member is one acquaintance, said anew.
        db.execute(
                "insert into relationships (relationship_id, organization_id, supporter_id, knower_member_id, kind, strength,"
                        + " source, visibility, created_at) values ({0}, {1}, {2}, {3}, {4}, {5}, 'MEMBER', {6}, {7})"
                        + " on duplicate key update kind = values(kind), strength = values(strength),"
                        + " visibility = values(visibility)",
                DSL.val(new RelationshipId(Id.next()), RELATIONSHIPS.RELATIONSHIP_ID),
                DSL.val(organization, RELATIONSHIPS.ORGANIZATION_ID),
                DSL.val(supporter, RELATIONSHIPS.SUPPORTER_ID),
                DSL.val(knower, RELATIONSHIPS.KNOWER_MEMBER_ID),
                DSL.val(kind, RELATIONSHIPS.KIND),
                DSL.val((byte) strength, RELATIONSHIPS.STRENGTH),
                DSL.val(visibility, RELATIONSHIPS.VISIBILITY),
                DSL.val(now, RELATIONSHIPS.CREATED_AT));
    }

    void remove(OrganizationId organization, SupporterId supporter, MemberId knower) {
        db.deleteFrom(RELATIONSHIPS)
                .where(
                        RELATIONSHIPS.ORGANIZATION_ID.eq(organization),
                        RELATIONSHIPS.SUPPORTER_ID.eq(supporter),
                        RELATIONSHIPS.KNOWER_MEMBER_ID.eq(knower))
                .execute();
    }

    List<Relationship> of(OrganizationId organization, SupporterId supporter) {
        return db.selectFrom(RELATIONSHIPS)
                .where(RELATIONSHIPS.ORGANIZATION_ID.eq(organization), RELATIONSHIPS.SUPPORTER_ID.eq(supporter))
                .orderBy(RELATIONSHIPS.STRENGTH.desc(), RELATIONSHIPS.RELATIONSHIP_ID)
                .limit(200)
                .fetch(row -> new Relationship(
                        row.getRelationshipId(),
                        row.getSupporterId(),
                        Optional.ofNullable(row.getKnowerMemberId()),
                        Optional.ofNullable(row.getKnowerSupporterId()),
                        row.getKind(),
                        row.getStrength(),
                        row.getVisibility(),
                        row.getCreatedAt()));
    }
}
