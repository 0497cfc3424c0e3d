package org.rung.ladder;

import static org.rung.db.Tables.LADDERS;
import static org.rung.db.Tables.RUNGS;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** Ladders and their rungs. */
@Repository
class LadderStore {
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final DSLContext dsl;
    private final Cache<OrganizationId, Remembered> remembered =
            Caffeine.newBuilder().maximumSize(1_000).build();

    LadderStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** As they were at most ten seconds ago. A rule that changes refolds everyone, with this one too. */
    List<Ladder> lately(OrganizationId organizationId, Instant now) {
        Remembered known = remembered.getIfPresent(organizationId);
        if (known != null
                && !known.at().isAfter(now)
                && known.at().plus(REMEMBERED).isAfter(now)) {
            return known.ladders();
        }
        List<Ladder> ladders = of(organizationId);
        if (!ladders.isEmpty()) {
            remembered.put(organizationId, new Remembered(ladders, now));
        }
        return ladders;
    }

    record Remembered(List<Ladder> ladders, Instant at) {}

    void forget() {
        remembered.invalidateAll();
    }

    /** One query; commitment first. */
    List<Ladder> of(OrganizationId organizationId) {
        return dsl
                .select(
                        LADDERS.LADDER_ID,
                        LADDERS.KIND,
                        LADDERS.NAME,
                        LADDERS.VERSION,
                        RUNGS.RUNG_ID,
                        RUNGS.POSITION,
                        RUNGS.NAME,
                        RUNGS.BLURB,
                        RUNGS.RULE,
                        RUNGS.CONFIRMED)
                .from(LADDERS)
                .join(RUNGS)
                .on(RUNGS.LADDER_ID.eq(LADDERS.LADDER_ID))
                .where(LADDERS.ORGANIZATION_ID.eq(organizationId), RUNGS.RETIRED_AT.isNull())
                .orderBy(LADDERS.LADDER_ID, RUNGS.POSITION)
                .fetchGroups(LADDERS.LADDER_ID)
                .values()
                .stream()
                .map(rows -> new Ladder(
                        rows.getFirst().get(LADDERS.LADDER_ID),
                        rows.getFirst().get(LADDERS.KIND),
                        rows.getFirst().get(LADDERS.NAME),
                        rows.map(LadderStore::rung),
                        rows.getFirst().get(LADDERS.VERSION)))
                .sorted(Comparator.comparing(Ladder::kind))
                .toList();
    }

    private static Rung rung(Record row) {
        return new Rung(
                row.get(RUNGS.RUNG_ID),
                row.get(RUNGS.POSITION),
                row.get(RUNGS.NAME),
                row.get(RUNGS.BLURB),
                Optional.ofNullable(row.get(RUNGS.RULE)).map(RuleText::read),
                row.get(RUNGS.CONFIRMED));
    }

    /** Whoever changes the words of an organization's rungs waits for whoever does so now. */
    void lock(OrganizationId organizationId) {
        dsl.select(RUNGS.RUNG_ID)
                .from(RUNGS)
                .where(RUNGS.ORGANIZATION_ID.eq(organizationId))
                .orderBy(RUNGS.RUNG_ID)
                .forUpdate()
                .execute();
    }

    /** Nothing happens for none. */
    void rename(OrganizationId organizationId, List<RungName> names) {
        dsl.batch(names.stream()
                        .map(name -> dsl.update(RUNGS)
                                .set(RUNGS.NAME, name.name())
                                .set(RUNGS.BLURB, name.blurb())
                                .where(RUNGS.RUNG_ID.eq(name.rungId()), RUNGS.ORGANIZATION_ID.eq(organizationId)))
                        .toList())
                .execute();
    }

    void add(OrganizationId organizationId, Ladder ladder, Instant now) {
        dsl.insertInto(LADDERS)
                .columns(LADDERS.LADDER_ID, LADDERS.ORGANIZATION_ID, LADDERS.KIND, LADDERS.NAME, LADDERS.CREATED_AT)
                .values(ladder.ladderId(), organizationId, ladder.kind(), ladder.name(), now)
                .execute();
        var insert = dsl.insertInto(RUNGS)
                .columns(
                        RUNGS.RUNG_ID,
                        RUNGS.ORGANIZATION_ID,
                        RUNGS.LADDER_ID,
                        RUNGS.POSITION,
                        RUNGS.NAME,
                        RUNGS.BLURB,
                        RUNGS.RULE,
                        RUNGS.BY_HAND);
        for (Rung rung : ladder.rungs()) {
            insert = insert.values(
                    rung.rungId(),
                    organizationId,
                    ladder.ladderId(),
                    (byte) rung.position(),
                    rung.name(),
                    rung.blurb(),
                    rung.rule().map(RuleText::write).orElse(null),
                    rung.position() > 1 && rung.rule().isEmpty());
        }
        insert.execute();
    }
}
