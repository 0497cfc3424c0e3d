package org.rung.turf;

import static org.rung.db.Tables.TURFS;
import static org.rung.db.Tables.TURF_SUPPORTERS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.rung.database.Owned;
import org.rung.people.Belongings;
import org.rung.people.Estate;
import org.rung.people.HandedOver;
import org.rung.people.Pair;
import org.rung.people.SupporterId;
import org.rung.people.Union;
import org.springframework.stereotype.Repository;

/** The frozen lists that they are on: as one they are on the lists of both. */
@Repository
class ListBelongingsStore implements Belongings {
    private static final String LIST = "list";
    private static final String LIST_OF_BOTH = "list-of-both";

    private final DSLContext db;
    private final Owned<SupporterId> lists = new Owned<>(TURF_SUPPORTERS.TURF_ID, TURF_SUPPORTERS.SUPPORTER_ID);

    ListBelongingsStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Set<String> tables() {
        return Set.of("turf_supporters");
    }

    @Override
    public List<HandedOver> handOver(Pair pair, Union union, Instant now) {
        var had = listsOf(pair.kept());
        var theirs = listsOf(pair.gone());
        db.update(TURF_SUPPORTERS)
                .set(TURF_SUPPORTERS.SUPPORTER_ID, pair.kept())
                .where(TURF_SUPPORTERS.SUPPORTER_ID.eq(pair.gone()))
                .and(TURF_SUPPORTERS.ORGANIZATION_ID.eq(pair.organizationId()))
                .and(TURF_SUPPORTERS.TURF_ID.notIn(had))
                .execute();
        return theirs.stream()
                .map(list -> new HandedOver(had.contains(list) ? LIST_OF_BOTH : LIST, list.value(), ""))
                .toList();
    }

    private Set<TurfId> listsOf(SupporterId supporter) {
        return db.select(TURF_SUPPORTERS.TURF_ID)
                .from(TURF_SUPPORTERS)
                .where(TURF_SUPPORTERS.SUPPORTER_ID.eq(supporter))
                .fetchSet(TURF_SUPPORTERS.TURF_ID);
    }

    @Override
    public void giveBack(Pair pair, Estate estate, Instant now) {
        db.deleteFrom(TURF_SUPPORTERS)
                .where(TURF_SUPPORTERS.SUPPORTER_ID.eq(pair.kept()))
                .and(TURF_SUPPORTERS.ORGANIZATION_ID.eq(pair.organizationId()))
                .and(TURF_SUPPORTERS.TURF_ID.in(ids(estate.rows(LIST).stream())))
                .execute();
        var theirs = ids(Stream.concat(estate.rows(LIST).stream(), estate.rows(LIST_OF_BOTH).stream()));
        // Only lists that are still there.
        db.insertInto(
                        TURF_SUPPORTERS,
                        TURF_SUPPORTERS.TURF_ID,
                        TURF_SUPPORTERS.SUPPORTER_ID,
                        TURF_SUPPORTERS.ORGANIZATION_ID)
                .select(db.select(
                                TURFS.TURF_ID,
                                DSL.val(pair.gone(), TURF_SUPPORTERS.SUPPORTER_ID),
                                TURFS.ORGANIZATION_ID)
                        .from(TURFS)
                        .where(TURFS.ORGANIZATION_ID.eq(pair.organizationId()), TURFS.TURF_ID.in(theirs)))
                .execute();
    }

    private static List<TurfId> ids(Stream<Long> rows) {
        return rows.map(TurfId::new).toList();
    }

    @Override
    public Map<String, Map<SupporterId, Integer>> count(OrganizationId organizationId, Collection<SupporterId> people) {
        var here = TURF_SUPPORTERS.ORGANIZATION_ID.eq(organizationId);
        return Map.of("lists", lists.count(db, here, people));
    }
}
