package org.rung.people;

import static org.rung.db.Tables.RELATIONSHIPS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rung.common.MemberId;
import org.rung.database.Owned;
import org.rung.db.tables.records.RelationshipsRecord;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Who knows them, and whom they know. Of two acquaintances with the same person the kept one's stays. */
@Repository
class AcquaintedBelongingsStore implements Belongings {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KNOWN = "known";
    private static final String KNOWS = "knows";
    private static final String DROPPED = "known-dropped";

    private final DSLContext db;
    private final Owned<SupporterId> known = new Owned<>(RELATIONSHIPS.RELATIONSHIP_ID, RELATIONSHIPS.SUPPORTER_ID);
    private final Owned<SupporterId> knows =
            new Owned<>(RELATIONSHIPS.RELATIONSHIP_ID, RELATIONSHIPS.KNOWER_SUPPORTER_ID);

    AcquaintedBelongingsStore(DSLContext db) {
        this.db = db;
    }

    /** One that falls away, since there is its like, or since nobody is acquainted with themselves. */
    record Dropped(
            long supporterId,
            @Nullable Long member,
            @Nullable Long supporter,
            RelationshipKind kind,
            int strength,
            String source,
            Visibility visibility,
            Instant createdAt) {}

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Set<String> tables() {
        return Set.of("relationships");
    }

    @Override
    public List<HandedOver> handOver(Pair pair, Union union, Instant now) {
        var all = db.selectFrom(RELATIONSHIPS)
                .where(RELATIONSHIPS.ORGANIZATION_ID.eq(pair.organizationId()))
                .and(RELATIONSHIPS.SUPPORTER_ID.in(pair.both()).or(RELATIONSHIPS.KNOWER_SUPPORTER_ID.in(pair.both())))
                .orderBy(RELATIONSHIPS.RELATIONSHIP_ID)
                .fetch();
        var stays = new ArrayList<Ends>();
        all.stream().filter(row -> !concerns(row, pair)).forEach(row -> stays.add(ends(row, pair)));
        var dropped = new ArrayList<HandedOver>();
        for (var row : all) {
            if (!concerns(row, pair)) continue;
            var ends = ends(row, pair);
            if (ends.known().equals(ends.supporter()) || stays.contains(ends)) dropped.add(drop(row));
            else stays.add(ends);
        }
        var here = RELATIONSHIPS.ORGANIZATION_ID.eq(pair.organizationId());
        var parts = new ArrayList<>(dropped);
        parts.addAll(HandedOver.all(KNOWN, known.handOver(db, here, pair.gone(), pair.kept())));
        parts.addAll(HandedOver.all(KNOWS, knows.handOver(db, here, pair.gone(), pair.kept())));
        return parts;
    }

    /** Between whom one is once the two are one. */
    record Ends(
            SupporterId known,
            @Nullable MemberId member,
            @Nullable SupporterId supporter) {}

    private static boolean concerns(RelationshipsRecord row, Pair pair) {
        return pair.gone().equals(row.getSupporterId()) || pair.gone().equals(row.getKnowerSupporterId());
    }

    private static Ends ends(RelationshipsRecord row, Pair pair) {
        return new Ends(
                pair.gone().equals(row.getSupporterId()) ? pair.kept() : row.getSupporterId(),
                row.getKnowerMemberId(),
                pair.gone().equals(row.getKnowerSupporterId()) ? pair.kept() : row.getKnowerSupporterId());
    }

    private HandedOver drop(RelationshipsRecord row) {
        var dropped = new Dropped(
                row.getSupporterId().value(),
                Optional.ofNullable(row.getKnowerMemberId())
                        .map(MemberId::value)
                        .orElse(null),
                Optional.ofNullable(row.getKnowerSupporterId())
                        .map(SupporterId::value)
                        .orElse(null),
                row.getKind(),
                row.getStrength(),
                row.getSource(),
                row.getVisibility(),
                row.getCreatedAt());
        db.deleteFrom(RELATIONSHIPS)
                .where(RELATIONSHIPS.RELATIONSHIP_ID.eq(row.getRelationshipId()))
                .execute();
        return new HandedOver(DROPPED, row.getRelationshipId().value(), JSON.writeValueAsString(dropped));
    }

    @Override
    public void giveBack(Pair pair, Estate estate, Instant now) {
        var here = RELATIONSHIPS.ORGANIZATION_ID.eq(pair.organizationId());
        known.give(db, here, estate.rows(KNOWN), pair.kept(), pair.gone());
        knows.give(db, here, estate.rows(KNOWS), pair.kept(), pair.gone());
        var insert = db.insertInto(
                RELATIONSHIPS,
                RELATIONSHIPS.RELATIONSHIP_ID,
                RELATIONSHIPS.ORGANIZATION_ID,
                RELATIONSHIPS.SUPPORTER_ID,
                RELATIONSHIPS.KNOWER_MEMBER_ID,
                RELATIONSHIPS.KNOWER_SUPPORTER_ID,
                RELATIONSHIPS.KIND,
                RELATIONSHIPS.STRENGTH,
                RELATIONSHIPS.SOURCE,
                RELATIONSHIPS.VISIBILITY,
                RELATIONSHIPS.CREATED_AT);
        for (var part : estate.of(DROPPED)) {
            var one = JSON.readValue(part.detail(), Dropped.class);
            insert = insert.values(
                    new RelationshipId(part.rowId()),
                    pair.organizationId(),
                    new SupporterId(one.supporterId()),
                    one.member() == null ? null : new MemberId(one.member()),
                    one.supporter() == null ? null : new SupporterId(one.supporter()),
                    one.kind(),
                    (byte) one.strength(),
                    one.source(),
                    one.visibility(),
                    one.createdAt());
        }
        // Whom one was acquainted with may be erased by now: then there is nothing to come back to.
        if (!estate.of(DROPPED).isEmpty()) insert.onDuplicateKeyIgnore().execute();
    }
}
