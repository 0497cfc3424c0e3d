package org.rung.turf;

import static org.rung.db.Tables.HOUSEHOLDS;
import static org.rung.db.Tables.PHONE_CONSENTS;
import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.SUPPORTER_PHONES;
import static org.rung.db.Tables.TURF_SUPPORTERS;
import static org.rung.db.Tables.UNREACHABLE_PHONES;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.SelectSelectStep;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.rung.consent.ConsentKind;
import org.rung.consent.Suppressions;
import org.rung.filters.Filters;
import org.rung.filters.SupporterFilter;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Who is in a turf: by its filter as of now, or on its list. */
@Repository
class TurfPeopleStore {
    private static final int AT_ONCE = 5_000;

    private final DSLContext db;
    private final Filters filters;
    private final Suppressions suppressions;

    TurfPeopleStore(DSLContext db, Filters filters, Suppressions suppressions) {
        this.db = db;
        this.filters = filters;
        this.suppressions = suppressions;
    }

    /** Puts those of the organization on the list; how many they were. */
    int freeze(OrganizationId organization, TurfId turf, Collection<SupporterId> supporters) {
        var sorted = new TreeSet<>(Comparator.comparing(SupporterId::value));
        sorted.addAll(supporters);
        var ids = new ArrayList<>(sorted);
        var frozen = 0;
        for (var from = 0; from < ids.size(); from += AT_ONCE) {
            frozen += freeze(
                    organization,
                    turf,
                    db.select(SUPPORTERS.SUPPORTER_ID)
                            .from(SUPPORTERS)
                            .where(
                                    SUPPORTERS.ORGANIZATION_ID.eq(organization),
                                    SUPPORTERS.SUPPORTER_ID.in(
                                            ids.subList(from, Math.min(from + AT_ONCE, ids.size())))));
        }
        return frozen;
    }

    /** Puts those of the organization on the list who are not yet. */
    void join(OrganizationId organization, TurfId turf, Collection<SupporterId> supporters) {
        db.insertInto(
                        TURF_SUPPORTERS,
                        TURF_SUPPORTERS.TURF_ID,
                        TURF_SUPPORTERS.SUPPORTER_ID,
                        TURF_SUPPORTERS.ORGANIZATION_ID)
                .select(db.select(
                                DSL.val(turf, TURF_SUPPORTERS.TURF_ID),
                                SUPPORTERS.SUPPORTER_ID,
                                SUPPORTERS.ORGANIZATION_ID)
                        .from(SUPPORTERS)
                        .where(SUPPORTERS.ORGANIZATION_ID.eq(organization), SUPPORTERS.SUPPORTER_ID.in(supporters)))
                // Someone may have put them there meanwhile.
                .onDuplicateKeyIgnore()
                .execute();
    }

    void leave(OrganizationId organization, TurfId turf, Collection<SupporterId> supporters) {
        db.deleteFrom(TURF_SUPPORTERS)
                .where(
                        TURF_SUPPORTERS.TURF_ID.eq(turf),
                        TURF_SUPPORTERS.ORGANIZATION_ID.eq(organization),
                        TURF_SUPPORTERS.SUPPORTER_ID.in(supporters))
                .execute();
    }

    /** Puts everyone who matches now on the list; how many they were. */
    int freeze(OrganizationId organization, TurfId turf, SupporterFilter filter) {
        return freeze(organization, turf, matching(organization, filter));
    }

    private int freeze(OrganizationId organization, TurfId turf, Select<Record1<SupporterId>> people) {
        var who = people.asTable("who");
        return db.insertInto(
                        TURF_SUPPORTERS,
                        TURF_SUPPORTERS.TURF_ID,
                        TURF_SUPPORTERS.SUPPORTER_ID,
                        TURF_SUPPORTERS.ORGANIZATION_ID)
                .select(db.select(
                                DSL.val(turf, TURF_SUPPORTERS.TURF_ID),
                                who.field(SUPPORTERS.SUPPORTER_ID),
                                DSL.val(organization, TURF_SUPPORTERS.ORGANIZATION_ID))
                        .from(who))
                .execute();
    }

    /** By its filter as of now, or on its list; nobody when the filter names what is gone. */
    Select<Record1<SupporterId>> of(OrganizationId organization, Turf turf) {
        return switch (turf.kind()) {
            case FILTER -> whoever(organization, filters.matchingOrNobody(organization, turf.filter()));
            case LIST ->
                db.select(TURF_SUPPORTERS.SUPPORTER_ID)
                        .from(TURF_SUPPORTERS)
                        .where(
                                TURF_SUPPORTERS.TURF_ID.eq(turf.turfId()),
                                TURF_SUPPORTERS.ORGANIZATION_ID.eq(organization));
        };
    }

    Select<Record1<SupporterId>> matching(OrganizationId organization, SupporterFilter filter) {
        return whoever(organization, filters.matching(organization, filter));
    }

    private Select<Record1<SupporterId>> whoever(OrganizationId organization, Condition matches) {
        return db.select(SUPPORTERS.SUPPORTER_ID)
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organization))
                .and(matches);
    }

    long count(Select<Record1<SupporterId>> people) {
        // Not fetchCount: its derived table with named columns is not MariaDB's.
        return db.selectCount().from(people.asTable("who")).fetchSingle().value1();
    }

    /** A household is texted once, so numbers are counted, not people. */
    long textable(OrganizationId organization, Select<Record1<SupporterId>> people, Optional<Long> occasion) {
        return textable(db.select(DSL.countDistinct(SUPPORTER_PHONES.PHONE)), organization, people, occasion)
                .fetchSingle()
                .value1();
    }

    /** As the other one, where one number of each household is enough: that of whoever is known the longest. */
    long textableHouseholds(OrganizationId organization, Select<Record1<SupporterId>> people, Optional<Long> occasion) {
        var first = DSL.min(SUPPORTER_PHONES.SUPPORTER_ID).as("supporter_id");
        var numbers = textable(db.select(SUPPORTER_PHONES.PHONE, first), organization, people, occasion)
                .groupBy(SUPPORTER_PHONES.PHONE)
                .asTable("numbers");
        var supporter = DSL.field(DSL.name("numbers", "supporter_id"), SUPPORTER_PHONES.SUPPORTER_ID.getDataType());
        return db.select(DSL.countDistinct(
                        DSL.coalesce(HOUSEHOLDS.HOUSEHOLD_ID.coerce(Long.class), supporter.coerce(Long.class))))
                .from(numbers)
                .leftJoin(HOUSEHOLDS)
                .on(HOUSEHOLDS.SUPPORTER_ID.eq(supporter))
                .fetchSingle()
                .value1();
    }

    /** As the other one, looking no further once there are that many. */
    long textable(OrganizationId organization, Select<Record1<SupporterId>> people, int most) {
        var some = textable(db.selectDistinct(SUPPORTER_PHONES.PHONE), organization, people, Optional.empty())
                .limit(most)
                .asTable("numbers");
        return db.selectCount().from(some).fetchSingle().value1();
    }

    private <R extends Record> SelectConditionStep<R> textable(
            SelectSelectStep<R> what,
            OrganizationId organization,
            Select<Record1<SupporterId>> people,
            Optional<Long> occasion) {
        return what.from(SUPPORTER_PHONES)
                .join(PHONE_CONSENTS)
                .on(PHONE_CONSENTS.ORGANIZATION_ID.eq(SUPPORTER_PHONES.ORGANIZATION_ID))
                .and(PHONE_CONSENTS.PHONE.eq(SUPPORTER_PHONES.PHONE))
                .leftAntiJoin(UNREACHABLE_PHONES)
                .on(UNREACHABLE_PHONES.ORGANIZATION_ID.eq(SUPPORTER_PHONES.ORGANIZATION_ID))
                .and(UNREACHABLE_PHONES.PHONE.eq(SUPPORTER_PHONES.PHONE))
                .and(UNREACHABLE_PHONES.BAD.isTrue())
                .where(
                        SUPPORTER_PHONES.ORGANIZATION_ID.eq(organization),
                        SUPPORTER_PHONES.POSITION.eq((byte) 0),
                        PHONE_CONSENTS.CONSENT.eq(ConsentKind.OPTED_IN),
                        suppressions.free(occasion),
                        SUPPORTER_PHONES.SUPPORTER_ID.in(people));
    }
}
