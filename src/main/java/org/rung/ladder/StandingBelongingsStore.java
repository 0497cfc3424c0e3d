package org.rung.ladder;

import static org.rung.db.Tables.STANDINGS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rung.common.OrganizationId;
import org.rung.people.Estate;
import org.rung.people.HandedOver;
import org.rung.people.Pair;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Who of two that are one is held on a rung, or rests: then both are. */
@Repository
class StandingBelongingsStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CALM = "standing";
    /** A ladder on which the kept one had a standing before. */
    private static final String STOOD = "standing-kept";

    private final DSLContext db;
    private final StandingStore standings;

    StandingBelongingsStore(DSLContext db, StandingStore standings) {
        this.db = db;
        this.standings = standings;
    }

    /** What the fold leaves alone. */
    record Left(
            @Nullable Instant lockedAt,
            @Nullable String reason,
            @Nullable Instant restingUntil,
            @Nullable Instant lockedUntil) {
        static final Left ALONE = new Left(null, null, null, null);

        Left with(Left other) {
            boolean theirs = lockedAt == null;
            boolean longer =
                    other.restingUntil != null && (restingUntil == null || other.restingUntil.isAfter(restingUntil));
            return new Left(
                    theirs ? other.lockedAt : lockedAt,
                    theirs ? other.reason : reason,
                    longer ? other.restingUntil : restingUntil,
                    theirs ? other.lockedUntil : lockedUntil);
        }

        /** Without what a change did; what was decided since then stays. */
        Left without(Left change, Left before) {
            boolean sameLock = Objects.equals(lockedAt, change.lockedAt);
            return new Left(
                    sameLock ? before.lockedAt : lockedAt,
                    sameLock ? before.reason : reason,
                    Objects.equals(restingUntil, change.restingUntil) ? before.restingUntil : restingUntil,
                    sameLock ? before.lockedUntil : lockedUntil);
        }
    }

    /** On one ladder: of the one who goes, and of the one who stays before and after. */
    record Change(Left gone, Left before, Left after) {}

    List<HandedOver> handOver(Pair pair, Instant now) {
        var gone = left(pair.organizationId(), pair.gone());
        var kept = left(pair.organizationId(), pair.kept());
        var parts = new ArrayList<>(HandedOver.all(
                STOOD, kept.keySet().stream().map(LadderId::value).toList()));
        gone.forEach((ladder, theirs) -> {
            var before = kept.getOrDefault(ladder, Left.ALONE);
            var after = before.with(theirs);
            write(pair.organizationId(), ladder, pair.kept(), after, now);
            parts.add(new HandedOver(CALM, ladder.value(), JSON.writeValueAsString(new Change(theirs, before, after))));
        });
        return parts;
    }

    void giveBack(Pair pair, Estate estate, Instant now) {
        var kept = left(pair.organizationId(), pair.kept());
        for (var part : estate.of(CALM)) {
            var ladder = new LadderId(part.rowId());
            var change = JSON.readValue(part.detail(), Change.class);
            write(pair.organizationId(), ladder, pair.gone(), change.gone(), now);
            var left = kept.getOrDefault(ladder, Left.ALONE).without(change.after(), change.before());
            // Where they had no standing the fold would not look; it makes one should they have risen since.
            if (!estate.rows(STOOD).contains(part.rowId())) drop(pair, ladder);
            if (estate.rows(STOOD).contains(part.rowId()) || !left.equals(Left.ALONE))
                write(pair.organizationId(), ladder, pair.kept(), left, now);
        }
    }

    private void drop(Pair pair, LadderId ladder) {
        db.deleteFrom(STANDINGS)
                .where(STANDINGS.LADDER_ID.eq(ladder))
                .and(STANDINGS.SUPPORTER_ID.eq(pair.kept()))
                .and(STANDINGS.ORGANIZATION_ID.eq(pair.organizationId()))
                .execute();
    }

    private Map<LadderId, Left> left(OrganizationId organization, SupporterId supporter) {
        return db.select(
                        STANDINGS.LADDER_ID,
                        STANDINGS.LOCKED_AT,
                        STANDINGS.LOCK_REASON,
                        STANDINGS.RESTING_UNTIL_AT,
                        STANDINGS.LOCKED_UNTIL_AT)
                .from(STANDINGS)
                .where(STANDINGS.SUPPORTER_ID.eq(supporter), STANDINGS.ORGANIZATION_ID.eq(organization))
                .fetchMap(
                        row -> row.get(STANDINGS.LADDER_ID),
                        row -> new Left(
                                row.get(STANDINGS.LOCKED_AT),
                                row.get(STANDINGS.LOCK_REASON),
                                row.get(STANDINGS.RESTING_UNTIL_AT),
                                row.get(STANDINGS.LOCKED_UNTIL_AT)));
    }

    /** Makes the row that the fold then fills. */
    private void write(OrganizationId organization, LadderId ladder, SupporterId supporter, Left left, Instant now) {
        standings.hold(organization, ladder, List.of(supporter), now);
        db.update(STANDINGS)
                .set(STANDINGS.LOCKED_AT, left.lockedAt())
                .set(STANDINGS.LOCK_REASON, left.reason())
                .set(STANDINGS.RESTING_UNTIL_AT, left.restingUntil())
                .set(STANDINGS.LOCKED_UNTIL_AT, left.lockedUntil())
                .where(
                        STANDINGS.LADDER_ID.eq(ladder),
                        STANDINGS.SUPPORTER_ID.eq(supporter),
                        STANDINGS.ORGANIZATION_ID.eq(organization))
                .execute();
    }
}
