package org.rung.filters;

import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.SUPPORTER_PHONES;
import static org.rung.db.Tables.SUPPORTER_TAGS;
import static org.rung.db.Tables.TAGS;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Record1;
import org.jooq.Record5;
import org.jooq.Records;
import org.jooq.Select;
import org.jooq.Table;
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
        var beyond = after.map(SupporterPageStore::beyond).orElse(DSL.noCondition());
        var alternatives = filters.alternatives(organization, filter).stream()
                .map(each -> names(organization, each.and(beyond), order, size))
                .toList();
        if (alternatives.size() == 1) return alternatives.getFirst().fetch(Records.mapping(Name::new));
        // The first of all are among the first of each.
        Select<Record5<SupporterId, String, String, String, String>> all = alternatives.getFirst();
        for (var each : alternatives.subList(1, alternatives.size())) all = all.union(each);
        var either = all.asTable("either_of");
        return db.select(
                        either.field(SUPPORTERS.SUPPORTER_ID),
                        either.field(SUPPORTERS.FIRST_NAME),
                        either.field(SUPPORTERS.LAST_NAME),
                        either.field(SUPPORTERS.CITY),
                        either.field(SUPPORTERS.POSTAL_CODE))
                .from(either)
                .orderBy(sorted(order, either))
                .limit(size)
                .fetch(Records.mapping(Name::new));
    }

    private Select<Record5<SupporterId, String, String, String, String>> names(
            OrganizationId organization, Condition matching, SupporterOrder order, int size) {
        return db.select(
                        SUPPORTERS.SUPPORTER_ID,
                        SUPPORTERS.FIRST_NAME,
                        SUPPORTERS.LAST_NAME,
                        SUPPORTERS.CITY,
                        SUPPORTERS.POSTAL_CODE)
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organization))
                .and(matching)
                .orderBy(sorted(order, SUPPORTERS))
                .limit(size);
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
        var alternatives = filters.alternatives(organization, filter).stream()
                .map(each -> some(organization, each, most))
                .toList();
        Select<Record1<SupporterId>> all = alternatives.getFirst();
        for (var each : alternatives.subList(1, alternatives.size())) all = all.union(each);
        // Either one of them is full, or all of them are whole.
        var found =
                db.selectCount().from(all.asTable("some_people")).fetchSingle().value1();
        return Math.min(most, found);
    }

    private Select<Record1<SupporterId>> some(OrganizationId organization, Condition matching, int most) {
        return db.select(SUPPORTERS.SUPPORTER_ID)
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organization))
                .and(matching)
                .limit(most);
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

    private static List<OrderField<?>> sorted(SupporterOrder order, Table<?> people) {
        var id = Objects.requireNonNull(people.field(SUPPORTERS.SUPPORTER_ID));
        var first = Objects.requireNonNull(people.field(SUPPORTERS.FIRST_NAME));
        var last = Objects.requireNonNull(people.field(SUPPORTERS.LAST_NAME));
        return switch (order) {
            case NEWEST -> List.of(id.desc());
            case LAST_NAME -> List.of(last, first, id);
            case FIRST_NAME -> List.of(first, last, id);
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
