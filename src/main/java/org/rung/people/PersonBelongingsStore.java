package org.rung.people;

import static org.rung.db.Tables.SUPPORTERS;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.places.Point;
import org.springframework.stereotype.Repository;

/** The person's own row and numbers: the last to go, the first to come back. */
@Repository
class PersonBelongingsStore implements Belongings {
    private static final String GONE = "person";
    private static final String KEPT = "person-kept";

    private final DSLContext db;
    private final SupporterStore supporters;
    private final PhoneStore phones;

    PersonBelongingsStore(DSLContext db, SupporterStore supporters, PhoneStore phones) {
        this.db = db;
        this.supporters = supporters;
        this.phones = phones;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public Set<String> tables() {
        return Set.of("supporters", "supporter_phones");
    }

    /** Whoever adds a row of these people waits for their own rows, which its foreign key asks for. */
    @Override
    public void hold(OrganizationId organizationId, Collection<SupporterId> people) {
        db.select(SUPPORTERS.SUPPORTER_ID)
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organizationId), SUPPORTERS.SUPPORTER_ID.in(people))
                .orderBy(SUPPORTERS.SUPPORTER_ID)
                .forUpdate()
                .fetch();
    }

    @Override
    public List<HandedOver> handOver(Pair pair, Union union, Instant now) {
        var here = pair.organizationId();
        var gone = row(here, pair.gone());
        var before = row(here, pair.kept());
        supporters.delete(here, List.of(pair.gone()));
        supporters.describe(here, pair.kept(), union.person(), now);
        phones.replace(here, pair.kept(), union.person().phones());
        return List.of(
                new HandedOver(GONE, pair.gone().value(), gone.text()),
                new HandedOver(KEPT, pair.kept().value(), new PersonRow.Change(before, row(here, pair.kept())).text()));
    }

    @Override
    public void giveBack(Pair pair, Estate estate, Instant now) {
        var here = pair.organizationId();
        var gone = PersonRow.read(estate.of(GONE).getFirst().detail());
        var kept = PersonRow.Change.read(estate.of(KEPT).getFirst().detail());
        var today = row(here, pair.kept());
        insert(here, pair.gone(), gone);
        update(
                here,
                pair.kept(),
                today.details().without(kept.after().details(), kept.before().details()),
                now);
        phones.replace(here, pair.kept(), numbers(kept, today.numbers()));
        // Whatever was found to be somebody else's number meanwhile stays off.
        var lost = new LinkedHashSet<>(kept.after().numbers());
        lost.removeAll(today.numbers());
        phones.replace(
                here,
                pair.gone(),
                gone.numbers().stream().filter(phone -> !lost.contains(phone)).toList());
    }

    /** Theirs again without those that came with the other one; what was added or taken off since stays so. */
    private static List<PhoneNumber> numbers(PersonRow.Change kept, List<PhoneNumber> today) {
        var before = kept.before().numbers();
        var after = kept.after().numbers();
        if (today.equals(after)) return before;
        return today.stream()
                .filter(phone -> before.contains(phone) || !after.contains(phone))
                .toList();
    }

    private PersonRow row(OrganizationId organization, SupporterId supporter) {
        var numbers = phones.of(organization, List.of(supporter)).getOrDefault(supporter, List.of());
        return db.selectFrom(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organization), SUPPORTERS.SUPPORTER_ID.eq(supporter))
                .fetchSingle(row -> new PersonRow(
                        new Details(
                                row.getFirstName(),
                                row.getLastName(),
                                row.getEmail(),
                                row.getPostalCode(),
                                row.getCity(),
                                row.getRegion(),
                                row.getCountry(),
                                row.getZone() == null ? "" : row.getZone(),
                                row.getLanguage(),
                                row.getSource(),
                                SupporterStore.address(row.getAddressLine(), row.getLatitude(), row.getLongitude())),
                        row.getCreatedAt(),
                        row.getUpdatedAt(),
                        numbers.stream().map(PhoneNumber::text).toList()));
    }

    private void insert(OrganizationId organization, SupporterId supporter, PersonRow person) {
        db.insertInto(SUPPORTERS)
                .set(SUPPORTERS.SUPPORTER_ID, supporter)
                .set(SUPPORTERS.ORGANIZATION_ID, organization)
                .set(SUPPORTERS.CREATED_AT, person.createdAt())
                .set(SUPPORTERS.UPDATED_AT, person.updatedAt())
                .execute();
        update(organization, supporter, person.details(), person.updatedAt());
    }

    private void update(OrganizationId organization, SupporterId supporter, Details details, Instant at) {
        db.update(SUPPORTERS)
                .set(SUPPORTERS.FIRST_NAME, details.firstName())
                .set(SUPPORTERS.FIRST_NAME_FOLDED, new FoldedName(details.firstName()).text())
                .set(SUPPORTERS.LAST_NAME, details.lastName())
                .set(SUPPORTERS.EMAIL, details.email())
                .set(SUPPORTERS.POSTAL_CODE, details.postalCode())
                .set(SUPPORTERS.CITY, details.city())
                .set(SUPPORTERS.REGION, details.region())
                .set(SUPPORTERS.COUNTRY, details.country())
                .set(SUPPORTERS.ZONE, details.zoneIfAny().orElse(null))
                .set(SUPPORTERS.LANGUAGE, details.language())
                .set(SUPPORTERS.SOURCE, details.source())
                .set(SUPPORTERS.ADDRESS_LINE, details.address().line())
                .set(SUPPORTERS.LATITUDE, SupporterStore.degrees(details.address(), Point::latitude))
                .set(SUPPORTERS.LONGITUDE, SupporterStore.degrees(details.address(), Point::longitude))
                .set(SUPPORTERS.SPOT, details.spot().orElse(null))
                .set(SUPPORTERS.ADDRESS_KEY, details.addressKey().orElse(null))
                .set(SUPPORTERS.UPDATED_AT, at)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organization), SUPPORTERS.SUPPORTER_ID.eq(supporter))
                .execute();
    }
}
