package org.rung.turf;

import static org.rung.db.Tables.RELATIONSHIPS;
import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.TURF_SUPPORTERS;

import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.rung.people.Visibility;
import org.springframework.stereotype.Repository;

/** People handed to those who know them, and the rest to all in equal parts; a statement for each. */
@Repository
class AcquaintedStore {
    private final DSLContext db;

    AcquaintedStore(DSLContext db) {
        this.db = db;
    }

    /** Each person whom any of these members knows, on the list of whoever knows them best. */
    int known(
            OrganizationId organization,
            List<TurfId> lists,
            List<MemberId> members,
            Select<Record1<SupporterId>> people) {
        var who = people.asTable("who");
        var person = Objects.requireNonNull(who.field(0, SUPPORTERS.SUPPORTER_ID.getDataType()));
        var place = DSL.field(
                "field({0}, {1})",
                Integer.class,
                RELATIONSHIPS.KNOWER_MEMBER_ID,
                DSL.list(members.stream().map(each -> DSL.inline(each.value())).toList()));
        var closest = db.select(
                        person.as("person"),
                        place.as("place"),
                        DSL.rowNumber()
                                .over(DSL.partitionBy(person)
                                        .orderBy(RELATIONSHIPS.STRENGTH.desc(), RELATIONSHIPS.RELATIONSHIP_ID))
                                .as("nth"))
                .from(who)
                .join(RELATIONSHIPS)
                .on(RELATIONSHIPS.SUPPORTER_ID.eq(person))
                .where(
                        RELATIONSHIPS.ORGANIZATION_ID.eq(organization),
                        RELATIONSHIPS.KNOWER_MEMBER_ID.in(members),
                        // What someone keeps to themselves is not told by a list either.
                        RELATIONSHIPS.VISIBILITY.eq(Visibility.SHARED))
                .asTable("closest");
        return put(db.select(
                        list(lists, Objects.requireNonNull(closest.field("place", Integer.class))),
                        closest.field("person", SUPPORTERS.SUPPORTER_ID.getDataType()),
                        DSL.val(organization, TURF_SUPPORTERS.ORGANIZATION_ID))
                .from(closest)
                .where(closest.field("nth", Integer.class).eq(1)));
    }

    /** Whoever is on none of them yet. */
    int rest(OrganizationId organization, List<TurfId> lists, Select<Record1<SupporterId>> people) {
        var who = people.asTable("who");
        var person = Objects.requireNonNull(who.field(0, SUPPORTERS.SUPPORTER_ID.getDataType()));
        // By a sum of the id, so that those who came together do not end up in one list.
        var parts = db.select(
                        person.as("person"),
                        DSL.ntile(lists.size())
                                .over(DSL.orderBy(DSL.field("crc32({0})", Long.class, person), person))
                                .as("part"))
                .from(who)
                .where(person.notIn(db.select(TURF_SUPPORTERS.SUPPORTER_ID)
                        .from(TURF_SUPPORTERS)
                        .where(TURF_SUPPORTERS.TURF_ID.in(lists), TURF_SUPPORTERS.ORGANIZATION_ID.eq(organization))))
                .asTable("parts");
        return put(db.select(
                        list(lists, Objects.requireNonNull(parts.field("part", Integer.class))),
                        parts.field("person", SUPPORTERS.SUPPORTER_ID.getDataType()),
                        DSL.val(organization, TURF_SUPPORTERS.ORGANIZATION_ID))
                .from(parts));
    }

    private static Field<TurfId> list(List<TurfId> lists, Field<Integer> place) {
        return DSL.field(
                "cast(elt({0}, {1}) as signed)",
                TURF_SUPPORTERS.TURF_ID.getDataType(),
                place,
                DSL.list(lists.stream().map(each -> DSL.inline(each.value())).toList()));
    }

    private int put(Select<Record3<TurfId, SupporterId, OrganizationId>> rows) {
        return db.insertInto(
                        TURF_SUPPORTERS,
                        TURF_SUPPORTERS.TURF_ID,
                        TURF_SUPPORTERS.SUPPORTER_ID,
                        TURF_SUPPORTERS.ORGANIZATION_ID)
                .select(rows)
                .execute();
    }
}
