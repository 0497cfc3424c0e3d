package org.rung.people;

import static org.rung.db.Tables.HOUSEHOLDS;
import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.SUPPORTER_PHONES;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.rung.database.BulkInsert;
import org.springframework.stereotype.Repository;

/**
 * Who lives together. What changed is settled again as a whole, with the same few statements for one person as for a batch
 * of thousands: their households till now, and whoever shares an address or a number with any of those.
 */
@Repository
class HouseholdStore implements Belongings {
    private final DSLContext db;

    HouseholdStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Set<String> tables() {
        return Set.of("households");
    }

    /** Follows from addresses and numbers, and is settled once they are where they belong. */
    @Override
    public List<HandedOver> handOver(Pair pair, Union union, Instant now) {
        return List.of();
    }

    @Override
    public void giveBack(Pair pair, Estate estate, Instant now) {}

    @Override
    public void settle(OrganizationId organization, Collection<SupporterId> changed) {
        if (changed.isEmpty()) return;
        var people = withHouseholds(organization, changed);
        people = withHouseholds(organization, sharing(organization, people));
        var households = Together.of(holders(organization, people));
        // In one order, so that two who settle at once wait for each other instead of in a circle.
        db.deleteFrom(HOUSEHOLDS)
                .where(HOUSEHOLDS.ORGANIZATION_ID.eq(organization), HOUSEHOLDS.SUPPORTER_ID.in(people))
                .execute();
        record Row(SupporterId person, SupporterId first) {}
        var rows = new ArrayList<Row>();
        for (var household : households) {
            var first = household.iterator().next();
            household.forEach(person -> rows.add(new Row(person, first)));
        }
        if (rows.isEmpty()) return;
        db.connection(connection -> BulkInsert.send(
                connection,
                "insert into households (supporter_id, organization_id, household_id) values ",
                rows,
                (cells, row) -> cells.number(row.person().value())
                        .number(organization.value())
                        .number(row.first().value()),
                // Whoever shares something with many is found from each of their doors.
                " on duplicate key update household_id = values(household_id)"));
    }

    /** Who lives with these, without them; the longest known first. */
    List<SupporterId> companions(OrganizationId organization, Collection<SupporterId> people) {
        var all = withHouseholds(organization, people);
        all.removeAll(Set.copyOf(people));
        return all.stream()
                .sorted((one, other) -> Long.compare(one.value(), other.value()))
                .toList();
    }

    private Set<SupporterId> withHouseholds(OrganizationId organization, Collection<SupporterId> people) {
        var of = HOUSEHOLDS.as("of_these");
        var all = new LinkedHashSet<>(people);
        all.addAll(db.select(HOUSEHOLDS.SUPPORTER_ID)
                .from(of)
                .join(HOUSEHOLDS)
                .on(HOUSEHOLDS.ORGANIZATION_ID.eq(of.ORGANIZATION_ID))
                .and(HOUSEHOLDS.HOUSEHOLD_ID.eq(of.HOUSEHOLD_ID))
                .where(of.ORGANIZATION_ID.eq(organization), of.SUPPORTER_ID.in(people))
                .fetch(HOUSEHOLDS.SUPPORTER_ID));
        return all;
    }

    private Set<SupporterId> sharing(OrganizationId organization, Set<SupporterId> people) {
        var all = new LinkedHashSet<>(people);
        holders(organization, people).stream()
                .filter(each -> each.size() <= Together.MOST)
                .forEach(all::addAll);
        return all;
    }

    /** Everyone at each address and with each number of these people. */
    private List<List<SupporterId>> holders(OrganizationId organization, Set<SupporterId> people) {
        var holders = new ArrayList<List<SupporterId>>();
        var at = SUPPORTERS.as("at_their_address");
        holders.addAll(db.selectDistinct(SUPPORTERS.ADDRESS_KEY, SUPPORTERS.SUPPORTER_ID)
                .from(at)
                .join(SUPPORTERS)
                .on(SUPPORTERS.ORGANIZATION_ID.eq(at.ORGANIZATION_ID))
                .and(SUPPORTERS.ADDRESS_KEY.eq(at.ADDRESS_KEY))
                .where(at.ORGANIZATION_ID.eq(organization), at.SUPPORTER_ID.in(people))
                .fetchGroups(SUPPORTERS.ADDRESS_KEY, SUPPORTERS.SUPPORTER_ID)
                .values());
        var with = SUPPORTER_PHONES.as("with_their_number");
        holders.addAll(db.selectDistinct(SUPPORTER_PHONES.PHONE, SUPPORTER_PHONES.SUPPORTER_ID)
                .from(with)
                .join(SUPPORTER_PHONES)
                .on(SUPPORTER_PHONES.ORGANIZATION_ID.eq(with.ORGANIZATION_ID))
                .and(SUPPORTER_PHONES.PHONE.eq(with.PHONE))
                .where(with.ORGANIZATION_ID.eq(organization), with.SUPPORTER_ID.in(people))
                .fetchGroups(SUPPORTER_PHONES.PHONE, SUPPORTER_PHONES.SUPPORTER_ID)
                .values());
        return holders;
    }
}
