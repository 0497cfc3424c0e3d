package org.rung.filters;

import static org.rung.db.Tables.SUPPORTERS;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.rung.maps.Cluster;
import org.rung.maps.Look;
import org.rung.places.Box;
import org.rung.places.Point;
import org.rung.places.Spot;
import org.springframework.stereotype.Repository;

/** How many people live where, in squares of what a map shows: one walk along the index of spots. */
@Repository
class MapStore {
    /** A square is some 32 pixels wide: so many steps finer than the map's zoom, which is 256 for the whole world. */
    private static final int FINER = 3;

    private static final int MOST_SQUARES = 2_000;
    /** Some twenty miles. */
    private static final int COARSE = 10;

    private final DSLContext db;

    MapStore(DSLContext db) {
        this.db = db;
    }

    List<Cluster> people(OrganizationId organization, Look look) {
        var square = DSL.field("{0} >> {1}", Long.class, SUPPORTERS.SPOT, DSL.inline(Spot.finer(look.zoom() + FINER)));
        var first = DSL.min(SUPPORTERS.SPOT);
        var last = DSL.max(SUPPORTERS.SPOT);
        return db.select(first, last, DSL.count())
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organization))
                .and(AreaCriterionStore.within(SUPPORTERS.SPOT, look.box().around()))
                .groupBy(square)
                .limit(MOST_SQUARES)
                .fetch(row -> new Cluster(middle(Spot.at(row.value1()), Spot.at(row.value2())), row.value3()));
    }

    /** By the newest people: whoever opens a map waits for no walk through a million. */
    Optional<Box> whereMostAre(OrganizationId organization) {
        var newest = db.select(SUPPORTERS.SPOT)
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organization))
                .orderBy(SUPPORTERS.SUPPORTER_ID.desc())
                .limit(Criterion.NEWEST)
                .asTable("newest");
        var spot = Objects.requireNonNull(newest.field(SUPPORTERS.SPOT));
        var square = DSL.field("{0} >> {1}", Long.class, spot, DSL.inline(Spot.finer(COARSE)));
        var squares = db.select(square, DSL.count())
                .from(newest)
                .where(spot.isNotNull())
                .groupBy(square)
                .orderBy(DSL.count().desc())
                .limit(MOST_SQUARES)
                .fetch(row -> new Square(Spot.square(row.value1(), COARSE), row.value2()));
        long nearlyAll = squares.stream().mapToLong(Square::people).sum() * 9 / 10;
        Box around = null;
        for (var each : squares) {
            if (around != null && nearlyAll <= 0) break;
            around = around == null ? each.box() : around.with(each.box());
            nearlyAll -= each.people();
        }
        return Optional.ofNullable(around);
    }

    private record Square(Box box, long people) {}

    private static Point middle(Point one, Point other) {
        return new Point((one.latitude() + other.latitude()) / 2, (one.longitude() + other.longitude()) / 2);
    }
}
