package org.rung.people;

import static org.rung.db.Tables.RELATIONSHIPS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.database.BulkInsert;
import org.springframework.stereotype.Repository;

@Repository
class RelationshipStore {
    private static final String CONTACTS = "CONTACTS";
    /** More than met once: one does not keep everybody's number. */
    private static final long HAS_THEIR_NUMBER = 2;
    /** What saying so without more comes to. */
    private static final byte WELL = 3;

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
                        + " visibility = values(visibility), source = values(source)",
                DSL.val(new RelationshipId(Id.next()), RELATIONSHIPS.RELATIONSHIP_ID),
                DSL.val(organization, RELATIONSHIPS.ORGANIZATION_ID),
                DSL.val(supporter, RELATIONSHIPS.SUPPORTER_ID),
                DSL.val(knower, RELATIONSHIPS.KNOWER_MEMBER_ID),
                DSL.val(kind, RELATIONSHIPS.KIND),
                DSL.val((byte) strength, RELATIONSHIPS.STRENGTH),
                DSL.val(visibility, RELATIONSHIPS.VISIBILITY),
                DSL.val(now, RELATIONSHIPS.CREATED_AT));
    }

    /** For that member alone. Of whom they have the number, they say it themselves from now on. */
    void say(OrganizationId organization, SupporterId supporter, MemberId knower, Instant now) {
        db.execute(
                "insert into relationships (relationship_id, organization_id, supporter_id, knower_member_id, kind, strength,"
                        + " source, visibility, created_at) values ({0}, {1}, {2}, {3}, {4}, {5}, 'MEMBER', {6}, {7})"
                        + " on duplicate key update source = values(source)",
                DSL.val(new RelationshipId(Id.next()), RELATIONSHIPS.RELATIONSHIP_ID),
                DSL.val(organization, RELATIONSHIPS.ORGANIZATION_ID),
                DSL.val(supporter, RELATIONSHIPS.SUPPORTER_ID),
                DSL.val(knower, RELATIONSHIPS.KNOWER_MEMBER_ID),
                DSL.val(RelationshipKind.OTHER, RELATIONSHIPS.KIND),
                DSL.val(WELL, RELATIONSHIPS.STRENGTH),
                DSL.val(Visibility.MINE, RELATIONSHIPS.VISIBILITY),
                DSL.val(now, RELATIONSHIPS.CREATED_AT));
    }

    boolean knows(OrganizationId organization, SupporterId supporter, MemberId knower) {
        return db.fetchExists(
                RELATIONSHIPS,
                RELATIONSHIPS.ORGANIZATION_ID.eq(organization),
                RELATIONSHIPS.SUPPORTER_ID.eq(supporter),
                RELATIONSHIPS.KNOWER_MEMBER_ID.eq(knower));
    }

    /** Whoever said more already keeps what they said. */
    void meet(OrganizationId organization, Collection<Met> met, Visibility visibility, Instant now) {
        var at = BulkInsert.literal(now);
        db.connection(connection -> BulkInsert.send(
                connection,
                "insert into relationships (relationship_id, organization_id, supporter_id, knower_member_id, kind, strength,"
                        + " source, visibility, created_at) values ",
                met,
                (row, one) -> row.number(Id.next())
                        .number(organization.value())
                        .number(one.supporterId().value())
                        .number(one.memberId().value())
                        .words(RelationshipKind.OTHER.name())
                        .number(HAS_THEIR_NUMBER)
                        .words(CONTACTS)
                        .words(visibility.name())
                        .same(at),
                visibility == Visibility.SHARED
                        ? " on duplicate key update visibility = values(visibility)"
                        : " on duplicate key update visibility = visibility"));
    }

    void unmeet(OrganizationId organization, MemberId knower, Collection<SupporterId> supporters) {
        db.deleteFrom(RELATIONSHIPS)
                .where(
                        RELATIONSHIPS.ORGANIZATION_ID.eq(organization),
                        RELATIONSHIPS.KNOWER_MEMBER_ID.eq(knower),
                        RELATIONSHIPS.SUPPORTER_ID.in(supporters),
                        RELATIONSHIPS.SOURCE.eq(CONTACTS))
                .execute();
    }

    List<SupporterId> metPrivately(OrganizationId organization, MemberId knower) {
        return db.select(RELATIONSHIPS.SUPPORTER_ID)
                .from(RELATIONSHIPS)
                .where(
                        RELATIONSHIPS.ORGANIZATION_ID.eq(organization),
                        RELATIONSHIPS.KNOWER_MEMBER_ID.eq(knower),
                        RELATIONSHIPS.SOURCE.eq(CONTACTS),
                        RELATIONSHIPS.VISIBILITY.eq(Visibility.MINE))
                .fetch(RELATIONSHIPS.SUPPORTER_ID);
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
