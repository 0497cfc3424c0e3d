package org.rung.filters;

import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.SUPPORTER_PHONES;
import static org.rung.db.Tables.SUPPORTER_TAGS;
import static org.rung.db.Tables.TAGS;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

@Repository
class SupporterPageStore {
    private final DSLContext db;
    private final Filters filters;

    SupporterPageStore(DSLContext db, Filters filters) {
        this.db = db;
        this.filters = filters;
    }

    /** What a row needs of the person alone. */
    record Name(SupporterId supporterId, String firstName, String lastName, String city, String postalCode) {}

    List<Name> page(
            OrganizationId organization,
            SupporterFilter filter,
            SupporterOrder order,
            Optional<PageMark> after,
            int size) {
        return db.select(
                        SUPPORTERS.SUPPORTER_ID,
                        SUPPORTERS.FIRST_NAME,
                        SUPPORTERS.LAST_NAME,
                        SUPPORTERS.CITY,
                        SUPPORTERS.POSTAL_CODE)
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organization))
                .and(filters.matching(organization, filter))
                .and(after.map(SupporterPageStore::beyond).orElse(DSL.noCondition()))
                .orderBy(sorted(order))
                .limit(size)
                .fetch(Records.mapping(Name::new));
    }

    long count(OrganizationId organization, SupporterFilter filter) {
        return db.selectCount()
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organization))
                .and(filters.matching(organization, filter))
                .fetchSingle()
                .value1();
    }

    /** Counts no further than that. */
    long count(OrganizationId organization, SupporterFilter filter, int most) {
        var some = db.select(SUPPORTERS.SUPPORTER_ID)
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organization))
                .and(filters.matching(organization, filter))
                .limit(most)
                .asTable("some_people");
        return db.selectCount().from(some).fetchSingle().value1();
    }

    /** The number used for texting, of those who have one. */
    Map<SupporterId, PhoneNumber> phones(OrganizationId organization, Collection<SupporterId> supporters) {
        return db.select(SUPPORTER_PHONES.SUPPORTER_ID, SUPPORTER_PHONES.PHONE)
                .from(SUPPORTER_PHONES)
                .where(
                        SUPPORTER_PHONES.ORGANIZATION_ID.eq(organization),
                        SUPPORTER_PHONES.SUPPORTER_ID.in(supporters),
                        SUPPORTER_PHONES.POSITION.eq((byte) 0))
                .fetchMap(SUPPORTER_PHONES.SUPPORTER_ID, SUPPORTER_PHONES.PHONE);
    }

    Map<SupporterId, List<String>> tags(OrganizationId organization, Collection<SupporterId> supporters) {
        return db.select(SUPPORTER_TAGS.SUPPORTER_ID, TAGS.NAME)
                .from(SUPPORTER_TAGS)
                .join(TAGS)
                .on(TAGS.TAG_ID.eq(SUPPORTER_TAGS.TAG_ID))
                .where(SUPPORTER_TAGS.ORGANIZATION_ID.eq(organization), SUPPORTER_TAGS.SUPPORTER_ID.in(supporters))
                .orderBy(SUPPORTER_TAGS.SUPPORTER_ID, TAGS.NAME)
                .fetchGroups(SUPPORTER_TAGS.SUPPORTER_ID, TAGS.NAME);
    }

    private static List<OrderField<?>> sorted(SupporterOrder order) {
        return switch (order) {
            case NEWEST -> List.of(SUPPORTERS.SUPPORTER_ID.desc());
            case LAST_NAME -> List.of(SUPPORTERS.LAST_NAME, SUPPORTERS.FIRST_NAME, SUPPORTERS.SUPPORTER_ID);
            case FIRST_NAME -> List.of(SUPPORTERS.FIRST_NAME, SUPPORTERS.LAST_NAME, SUPPORTERS.SUPPORTER_ID);
        };
    }

    private static Condition beyond(PageMark mark) {
        var id = new SupporterId(mark.supporterId());
        var last = SUPPORTERS.LAST_NAME;
        var first = SUPPORTERS.FIRST_NAME;
        var later = SUPPORTERS.SUPPORTER_ID.gt(id);
        // Spelled out, with the leading column once more in front: neither server walks an index by (a, b, c) > (?, ?,
        // ?).
        return switch (mark.order()) {
            case NEWEST -> SUPPORTERS.SUPPORTER_ID.lt(id);
            case LAST_NAME ->
                last.ge(mark.lastName())
                        .and(last.gt(mark.lastName())
                                .or(first.gt(mark.firstName()))
                                .or(first.eq(mark.firstName()).and(later)));
            case FIRST_NAME ->
                first.ge(mark.firstName())
                        .and(first.gt(mark.firstName())
                                .or(last.gt(mark.lastName()))
                                .or(last.eq(mark.lastName()).and(later)));
        };
    }
}
