package org.rung.people;

import static org.rung.db.Tables.ORGANIZATIONS;
import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.SUPPORTER_PHONES;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.database.Batch;
import org.rung.database.BulkInsert;
import org.rung.places.Point;
import org.springframework.stereotype.Repository;

/**
 * The shelf of {@link Upserts}. Its large inserts are texts of many rows: the same by jOOQ costs the client far
 * more.
 */
@Repository
class UpsertStore {
    private final DSLContext database;

    UpsertStore(DSLContext database) {
        this.database = database;
    }

    record Defaults(String country, String language) {}

    /** Waits until no other transaction holds the turn; held until this one ends. A counted row, so that clusters notice too. */
    void takeTurn(OrganizationId organizationId) {
        database.execute(
                "insert into upsert_turns (organization_id, turns) values (?, 1) on duplicate key update turns = turns"
                        + " + 1",
                organizationId.value());
    }

    Defaults defaults(OrganizationId organizationId) {
        return database.select(ORGANIZATIONS.COUNTRY, ORGANIZATIONS.LANGUAGE)
                .from(ORGANIZATIONS)
                .where(ORGANIZATIONS.ORGANIZATION_ID.eq(organizationId))
                .fetchSingle(row -> new Defaults(row.value1(), row.value2()));
    }

    /** Who holds these numbers, in the order in which a nameless draft chooses: texting number first, then the oldest. */
    Map<PhoneNumber, List<PersonInHand>> holders(OrganizationId organizationId, Collection<PhoneNumber> phones) {
        if (phones.isEmpty()) return Map.of();
        var held = database.select(
                        SUPPORTER_PHONES.PHONE,
                        SUPPORTERS.SUPPORTER_ID,
                        SUPPORTERS.FIRST_NAME,
                        SUPPORTERS.LAST_NAME,
                        SUPPORTERS.EMAIL,
                        SUPPORTERS.POSTAL_CODE,
                        SUPPORTERS.CITY,
                        SUPPORTERS.REGION,
                        SUPPORTERS.COUNTRY,
                        SUPPORTERS.ZONE,
                        SUPPORTERS.LANGUAGE,
                        SUPPORTERS.SOURCE,
                        SUPPORTERS.ADDRESS_LINE,
                        SUPPORTERS.LATITUDE,
                        SUPPORTERS.LONGITUDE)
                .from(SUPPORTER_PHONES)
                .join(SUPPORTERS)
                .on(SUPPORTERS.SUPPORTER_ID.eq(SUPPORTER_PHONES.SUPPORTER_ID))
                .where(SUPPORTER_PHONES.ORGANIZATION_ID.eq(organizationId))
                .and(SUPPORTER_PHONES.PHONE.in(phones))
                .orderBy(SUPPORTER_PHONES.POSITION, SUPPORTERS.SUPPORTER_ID)
                .fetch();
        var phonesOf = held.intoGroups(SUPPORTERS.SUPPORTER_ID, SUPPORTER_PHONES.PHONE);
        var people = new HashMap<SupporterId, PersonInHand>();
        var holders = new LinkedHashMap<PhoneNumber, List<PersonInHand>>();
        for (var row : held) {
            var person = people.computeIfAbsent(
                    row.value2(),
                    id -> new PersonInHand(
                            id,
                            false,
                            new Details(
                                    row.value3(),
                                    row.value4(),
                                    row.value5(),
                                    row.value6(),
                                    row.value7(),
                                    row.value8(),
                                    row.value9(),
                                    Objects.requireNonNullElse(row.value10(), ""),
                                    row.value11(),
                                    row.value12(),
                                    SupporterStore.address(row.value13(), row.value14(), row.value15())),
                            new LinkedHashSet<>(phonesOf.get(id))));
            holders.computeIfAbsent(row.value1(), phone -> new ArrayList<>(1)).add(person);
        }
        return holders;
    }

    Set<SupporterId> withSeveralPhones(OrganizationId organizationId, Collection<SupporterId> people) {
        if (people.isEmpty()) return Set.of();
        return database.select(SUPPORTER_PHONES.SUPPORTER_ID)
                .from(SUPPORTER_PHONES)
                .where(SUPPORTER_PHONES.ORGANIZATION_ID.eq(organizationId))
                .and(SUPPORTER_PHONES.SUPPORTER_ID.in(people))
                .groupBy(SUPPORTER_PHONES.SUPPORTER_ID)
                .having(DSL.count().gt(1))
                .fetchSet(SUPPORTER_PHONES.SUPPORTER_ID);
    }

    /** How many places the stored numbers of these people take; who has none is absent. */
    Map<SupporterId, Integer> takenPlaces(OrganizationId organizationId, Collection<SupporterId> people) {
        if (people.isEmpty()) return Map.of();
        return database.select(SUPPORTER_PHONES.SUPPORTER_ID, DSL.max(SUPPORTER_PHONES.POSITION))
                .from(SUPPORTER_PHONES)
                .where(SUPPORTER_PHONES.ORGANIZATION_ID.eq(organizationId))
                .and(SUPPORTER_PHONES.SUPPORTER_ID.in(people))
                .groupBy(SUPPORTER_PHONES.SUPPORTER_ID)
                .fetchMap(SUPPORTER_PHONES.SUPPORTER_ID, row -> row.value2() + 1);
    }

    void insert(OrganizationId organizationId, List<PersonInHand> people, Instant now) {
        var at = BulkInsert.literal(now);
        BulkInsert.all(database, """
            insert into supporters (supporter_id, organization_id, first_name, last_name, first_name_folded, email, \
            postal_code, city, region, country, zone, language, source, address_line, latitude, longitude, spot, \
            address_key, created_at, updated_at) values\
            """, people, (row, person) -> {
            var details = person.details();
            row.number(person.supporterId.value())
                    .number(organizationId.value())
                    .words(details.firstName())
                    .words(details.lastName())
                    .words(person.foldedName().text())
                    .words(details.email())
                    .words(details.postalCode())
                    .words(details.city())
                    .words(details.region())
                    .words(details.country())
                    .words(details.zoneIfAny().orElse(null))
                    .words(details.language())
                    .words(details.source())
                    .words(details.address().line())
                    .words(degrees(details, Point::latitude))
                    .words(degrees(details, Point::longitude))
                    .number(details.spot().orElse(null))
                    .number(details.addressKey().orElse(null))
                    .same(at)
                    .same(at);
        });
    }

    void update(OrganizationId organizationId, List<PersonInHand> people, Instant now) {
        var at = Batch.utc(now);
        Batch.run(database, """
            update supporters set first_name = ?, last_name = ?, first_name_folded = ?, email = ?, postal_code = ?, \
            city = ?, region = ?, country = ?, zone = ?, language = ?, source = ?, address_line = ?, latitude = ?, \
            longitude = ?, spot = ?, address_key = ?, updated_at = ? \
            where supporter_id = ? and organization_id = ?\
            """, people, (statement, person) -> {
            var details = person.details();
            statement.setString(1, details.firstName());
            statement.setString(2, details.lastName());
            statement.setString(3, person.foldedName().text());
            statement.setString(4, details.email());
            statement.setString(5, details.postalCode());
            statement.setString(6, details.city());
            statement.setString(7, details.region());
            statement.setString(8, details.country());
            zone(statement, 9, details);
            statement.setString(10, details.language());
            statement.setString(11, details.source());
            statement.setString(12, details.address().line());
            statement.setString(13, degrees(details, Point::latitude));
            statement.setString(14, degrees(details, Point::longitude));
            number(statement, 15, details.spot());
            number(statement, 16, details.addressKey());
            statement.setObject(17, at);
            statement.setLong(18, person.supporterId.value());
            statement.setLong(19, organizationId.value());
        });
    }

    void touch(OrganizationId organizationId, List<SupporterId> supporters, Instant now) {
        database.update(SUPPORTERS)
                .set(SUPPORTERS.UPDATED_AT, now)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organizationId))
                .and(SUPPORTERS.SUPPORTER_ID.in(supporters))
                .execute();
    }

    /** New numbers come after those that someone has. */
    void addPhones(OrganizationId organizationId, Collection<PersonInHand> people) {
        var grown = people.stream()
                .filter(person -> !person.made && !person.newPhones().isEmpty())
                .map(person -> person.supporterId)
                .toList();
        var next = grown.isEmpty()
                ? Map.<SupporterId, Byte>of()
                : database.select(SUPPORTER_PHONES.SUPPORTER_ID, DSL.max(SUPPORTER_PHONES.POSITION))
                        .from(SUPPORTER_PHONES)
                        .where(SUPPORTER_PHONES.SUPPORTER_ID.in(grown))
                        .groupBy(SUPPORTER_PHONES.SUPPORTER_ID)
                        .fetchMap(SUPPORTER_PHONES.SUPPORTER_ID, row -> row.value2());
        record Held(SupporterId supporterId, PhoneNumber phone, int position) {}
        var held = people.stream()
                .flatMap(person -> {
                    int first = next.containsKey(person.supporterId) ? next.get(person.supporterId) + 1 : 0;
                    var phones = person.newPhones();
                    return Stream.iterate(0, i -> i < phones.size(), i -> i + 1)
                            .map(i -> new Held(person.supporterId, phones.get(i), first + i));
                })
                // The order of the primary key: fewer pages are touched, and locks are taken in one order.
                .sorted(Comparator.comparing((Held phone) -> phone.phone().text()))
                .toList();
        BulkInsert.all(
                database,
                "insert into supporter_phones (organization_id, phone, supporter_id, position) values ",
                held,
                (row, phone) -> row.number(organizationId.value())
                        .words(phone.phone().text())
                        .number(phone.supporterId().value())
                        .number((long) phone.position()));
    }

    void addToBatch(OrganizationId organizationId, long batchId, List<SupporterId> supporters) {
        BulkInsert.all(
                database,
                // Someone may be on the list twice; that is once.
                "insert ignore into supporter_batches (organization_id, batch_id, supporter_id) values ",
                supporters,
                (row, supporterId) ->
                        row.number(organizationId.value()).number(batchId).number(supporterId.value()));
    }

    private static @Nullable String degrees(Details details, ToDoubleFunction<Point> which) {
        var degrees = SupporterStore.degrees(details.address(), which);
        return degrees == null ? null : degrees.toPlainString();
    }

    private static void number(PreparedStatement statement, int index, Optional<Long> number) throws SQLException {
        if (number.isPresent()) statement.setLong(index, number.get());
        else statement.setNull(index, Types.BIGINT);
    }

    private static void zone(PreparedStatement statement, int index, Details details) throws SQLException {
        var zone = details.zoneIfAny();
        if (zone.isPresent()) statement.setString(index, zone.get());
        else statement.setNull(index, Types.VARCHAR);
    }
}
