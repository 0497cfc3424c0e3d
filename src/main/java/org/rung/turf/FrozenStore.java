package org.rung.turf;

import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.TURF_SUPPORTERS;

import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Lists as sets: divided, compared with whom they were frozen from, and frozen anew. */
@Repository
class FrozenStore {
    private final DSLContext db;

    FrozenStore(DSLContext db) {
        this.db = db;
    }

    /** Everyone of them into one of these lists; how many they were. */
    int divide(OrganizationId organization, List<TurfId> lists, Select<Record1<SupporterId>> people) {
        var who = people.asTable("who");
        var person = Objects.requireNonNull(who.field(SUPPORTERS.SUPPORTER_ID));
        // By a sum of the id, so that those who came together do not end up in one list.
        var parts = db.select(
                        person,
                        DSL.ntile(lists.size())
                                .over(DSL.orderBy(DSL.field("crc32({0})", Long.class, person), person))
                                .as("part"))
                .from(who)
                .asTable("parts");
        var part = Objects.requireNonNull(parts.field("part", Integer.class));
        var list = DSL.field(
                "cast(elt({0}, {1}) as signed)",
                TURF_SUPPORTERS.TURF_ID.getDataType(),
                part,
                DSL.list(lists.stream().map(each -> DSL.inline(each.value())).toList()));
        return db.insertInto(
                        TURF_SUPPORTERS,
                        TURF_SUPPORTERS.TURF_ID,
                        TURF_SUPPORTERS.SUPPORTER_ID,
                        TURF_SUPPORTERS.ORGANIZATION_ID)
                .select(db.select(
                                list,
                                parts.field(SUPPORTERS.SUPPORTER_ID),
                                DSL.val(organization, TURF_SUPPORTERS.ORGANIZATION_ID))
                        .from(parts))
                .execute();
    }

    Drift drift(OrganizationId organization, Turf list, Select<Record1<SupporterId>> now) {
        return new Drift(
                some(gone(organization, list, now)),
                some(come(organization, list, now).limit(TurfCount.MOST)));
    }

    private long some(Select<?> people) {
        return db.selectCount().from(people.asTable("some")).fetchSingle().value1();
    }

    Drift freezeAnew(OrganizationId organization, Turf list, Select<Record1<SupporterId>> now) {
        var who = come(organization, list, now).asTable("who");
        int joined = db.insertInto(
                        TURF_SUPPORTERS,
                        TURF_SUPPORTERS.TURF_ID,
                        TURF_SUPPORTERS.SUPPORTER_ID,
                        TURF_SUPPORTERS.ORGANIZATION_ID)
                .select(db.select(
                                DSL.val(list.turfId(), TURF_SUPPORTERS.TURF_ID),
                                who.field(SUPPORTERS.SUPPORTER_ID),
                                DSL.val(organization, TURF_SUPPORTERS.ORGANIZATION_ID))
                        .from(who))
                .execute();
        int left = db.deleteFrom(TURF_SUPPORTERS)
                .where(inside(organization, list))
                .and(TURF_SUPPORTERS.SUPPORTER_ID.notIn(apart(now)))
                .execute();
        return new Drift(left, joined);
    }

    /** Computed before the list is changed: a filter may look at lists too, this one among them. */
    private static Select<Record1<SupporterId>> apart(Select<Record1<SupporterId>> now) {
        var who = now.asTable("who");
        var once = DSL.selectDistinct(Objects.requireNonNull(who.field(SUPPORTERS.SUPPORTER_ID)))
                .from(who)
                .asTable("once");
        return DSL.select(Objects.requireNonNull(once.field(SUPPORTERS.SUPPORTER_ID)))
                .from(once);
    }

    private Select<?> gone(OrganizationId organization, Turf list, Select<Record1<SupporterId>> now) {
        return db.select(TURF_SUPPORTERS.SUPPORTER_ID)
                .from(TURF_SUPPORTERS)
                .where(inside(organization, list))
                .and(TURF_SUPPORTERS.SUPPORTER_ID.notIn(now))
                .limit(TurfCount.MOST);
    }

    private SelectConditionStep<Record1<SupporterId>> come(
            OrganizationId organization, Turf list, Select<Record1<SupporterId>> now) {
        var who = now.asTable("come");
        var person = Objects.requireNonNull(who.field(SUPPORTERS.SUPPORTER_ID));
        return db.select(person)
                .from(who)
                .where(DSL.notExists(DSL.selectOne()
                        .from(TURF_SUPPORTERS)
                        .where(inside(organization, list))
                        .and(TURF_SUPPORTERS.SUPPORTER_ID.eq(person))));
    }

    private static Condition inside(OrganizationId organization, Turf list) {
        return TURF_SUPPORTERS.TURF_ID.eq(list.turfId()).and(TURF_SUPPORTERS.ORGANIZATION_ID.eq(organization));
    }
}
