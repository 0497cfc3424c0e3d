package org.rung.merging;

import static org.rung.db.Tables.MERGES;
import static org.rung.db.Tables.TOLD_APART;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rung.common.MemberId;
import org.rung.database.Owned;
import org.rung.people.Belongings;
import org.rung.people.Estate;
import org.rung.people.HandedOver;
import org.rung.people.Pair;
import org.rung.people.SupporterId;
import org.rung.people.Union;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Who went into them before, and from whom they were told apart. What looks alike is looked for anew. */
@Repository
class MergeBelongingsStore implements Belongings {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MERGE = "merge";
    private static final String APART = "told-apart";

    private final DSLContext db;
    private final Owned<SupporterId> merges = new Owned<>(MERGES.MERGE_ID, MERGES.SUPPORTER_ID);

    MergeBelongingsStore(DSLContext db) {
        this.db = db;
    }

    /** @param alone whether the kept one was not told apart from them as well */
    record Told(@Nullable Long member, Instant at, boolean alone) {}

    @Override
    public int order() {
        return 80;
    }

    @Override
    public Set<String> tables() {
        return Set.of("merges", "told_apart", "duplicates", "duplicate_looks");
    }

    @Override
    public List<HandedOver> handOver(Pair pair, Union union, Instant now) {
        var here = MERGES.ORGANIZATION_ID.eq(pair.organizationId());
        var parts = new ArrayList<>(HandedOver.all(MERGE, merges.handOver(db, here, pair.gone(), pair.kept())));
        var ours = told(pair.kept(), false);
        told(pair.gone(), true).forEach((other, told) -> {
            boolean alone = !ours.containsKey(other) && !other.equals(pair.kept());
            if (alone) tell(pair, pair.kept(), other, told);
            parts.add(new HandedOver(
                    APART, other.value(), JSON.writeValueAsString(new Told(told.member(), told.at(), alone))));
        });
        return parts;
    }

    @Override
    public void giveBack(Pair pair, Estate estate, Instant now) {
        var here = MERGES.ORGANIZATION_ID.eq(pair.organizationId());
        merges.give(db, here, estate.rows(MERGE), pair.kept(), pair.gone());
        for (var part : estate.of(APART)) {
            var other = new SupporterId(part.rowId());
            var told = JSON.readValue(part.detail(), Told.class);
            if (told.alone()) {
                db.deleteFrom(TOLD_APART)
                        .where(TOLD_APART.ORGANIZATION_ID.eq(pair.organizationId()))
                        .and(TOLD_APART.SUPPORTER_ID.eq(first(pair.kept(), other)))
                        .and(TOLD_APART.OTHER_SUPPORTER_ID.eq(second(pair.kept(), other)))
                        .execute();
            }
            tell(pair, pair.gone(), other, told);
        }
    }

    private Map<SupporterId, Told> told(SupporterId supporter, boolean alone) {
        Map<SupporterId, Told> told = new HashMap<>();
        db.selectFrom(TOLD_APART)
                .where(TOLD_APART.SUPPORTER_ID.eq(supporter).or(TOLD_APART.OTHER_SUPPORTER_ID.eq(supporter)))
                .forEach(row -> told.put(
                        row.getSupporterId().equals(supporter) ? row.getOtherSupporterId() : row.getSupporterId(),
                        new Told(
                                row.getMemberId() == null
                                        ? null
                                        : Objects.requireNonNull(row.getMemberId())
                                                .value(),
                                row.getToldAt(),
                                alone)));
        return told;
    }

    private void tell(Pair pair, SupporterId one, SupporterId other, Told told) {
        db.insertInto(TOLD_APART)
                .set(TOLD_APART.SUPPORTER_ID, first(one, other))
                .set(TOLD_APART.OTHER_SUPPORTER_ID, second(one, other))
                .set(TOLD_APART.ORGANIZATION_ID, pair.organizationId())
                .set(TOLD_APART.MEMBER_ID, told.member() == null ? null : new MemberId(told.member()))
                .set(TOLD_APART.TOLD_AT, told.at())
                // Whoever was erased meanwhile is nobody to be told apart from.
                .onDuplicateKeyIgnore()
                .execute();
    }

    private static SupporterId first(SupporterId one, SupporterId other) {
        return one.value() < other.value() ? one : other;
    }

    private static SupporterId second(SupporterId one, SupporterId other) {
        return one.value() < other.value() ? other : one;
    }
}
