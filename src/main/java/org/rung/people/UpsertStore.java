package org.rung.people;

import static org.rung.db.Tables.CUSTOM_FIELDS;
import static org.rung.db.Tables.ORGANIZATIONS;
import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.SUPPORTER_FIELDS;
import static org.rung.db.Tables.SUPPORTER_PHONES;
import static org.rung.db.Tables.SUPPORTER_TAGS;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.database.BulkInsert;
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

    record Tagging(SupporterId supporterId, TagId tagId) {}

    record Filled(SupporterId supporterId, CustomFieldId customFieldId) {}

    /** Waits until no other transaction holds the turn; held until this one ends. A counted row, so that clusters notice too. */
    void takeTurn(OrganizationId organizationId) {
        database.execute(
                "insert into upsert_turns (organization_id, turns) values (?, 1) on duplicate key update turns = turns + 1",
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
                        SUPPORTERS.SOURCE)
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
                                    row.value12()),
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

    void insert(OrganizationId organizationId, List<PersonInHand> people, Instant now) {
        var at = BulkInsert.literal(now);
        insert("""
                insert into supporters (supporter_id, organization_id, first_name, last_name, first_name_folded, email, \
                postal_code, city, region, country, zone, language, source, created_at, updated_at) values\
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
                    .same(at)
                    .same(at);
        });
    }

    void update(OrganizationId organizationId, List<PersonInHand> people, Instant now) {
        var at = utc(now);
        batch("""
                update supporters set first_name = ?, last_name = ?, first_name_folded = ?, email = ?, postal_code = ?, \
                city = ?, region = ?, country = ?, zone = ?, language = ?, source = ?, updated_at = ? \
                where supporter_id = ? and organization_id = ?""", people, (statement, person) -> {
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
            statement.setObject(12, at);
            statement.setLong(13, person.supporterId.value());
            statement.setLong(14, organizationId.value());
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
        insert(
                "insert into supporter_phones (organization_id, phone, supporter_id, position) values ",
                held,
                (row, phone) -> row.number(organizationId.value())
                        .words(phone.phone().text())
                        .number(phone.supporterId().value())
                        .number((long) phone.position()));
    }

    void addToBatch(OrganizationId organizationId, long batchId, List<SupporterId> supporters) {
        insert(
                // Someone may be on the list twice; that is once.
                "insert ignore into supporter_batches (organization_id, batch_id, supporter_id) values ",
                supporters,
                (row, supporterId) ->
                        row.number(organizationId.value()).number(batchId).number(supporterId.value()));
    }

    /** The tags of these names, made where unknown. The database says which names are the same tag. */
    Map<String, TagId> tags(OrganizationId organizationId, Set<String> names, Instant now) {
        var known = knownTags(organizationId, names);
        var unknown = names.stream().filter(name -> !known.containsKey(name)).toList();
        if (unknown.isEmpty()) return known;
        batch(
                // Two spellings of one new tag, or another writer who was first: one tag stays.
                "insert ignore into tags (tag_id, organization_id, name, created_at) values (?, ?, ?, ?)",
                unknown,
                (statement, name) -> {
                    statement.setLong(1, Id.next());
                    statement.setLong(2, organizationId.value());
                    statement.setString(3, name);
                    statement.setObject(4, utc(now));
                });
        known.putAll(knownTags(organizationId, unknown));
        return known;
    }

    Map<String, TagId> knownTags(OrganizationId organizationId, Collection<String> names) {
        var wanted = names.stream().map(name -> "select ? as name").collect(Collectors.joining(" union all "));
        var binds =
                Stream.concat(names.stream(), Stream.of(organizationId.value())).toArray();
        var found = new HashMap<String, TagId>();
        database.resultQuery(
                        "select wanted.name, tags.tag_id from (" + wanted + ") wanted join tags"
                                + " on tags.name = convert(wanted.name using utf8mb4) collate utf8mb4_unicode_ci"
                                + " where tags.organization_id = ?",
                        binds)
                .forEach(row -> found.put(row.get(0, String.class), new TagId(row.get(1, Long.class))));
        return found;
    }

    Set<Tagging> taggings(OrganizationId organizationId, Collection<SupporterId> supporters, Set<TagId> tags) {
        if (supporters.isEmpty()) return new HashSet<>();
        return new HashSet<>(database.select(SUPPORTER_TAGS.SUPPORTER_ID, SUPPORTER_TAGS.TAG_ID)
                .from(SUPPORTER_TAGS)
                .where(SUPPORTER_TAGS.ORGANIZATION_ID.eq(organizationId))
                .and(SUPPORTER_TAGS.SUPPORTER_ID.in(supporters))
                .and(SUPPORTER_TAGS.TAG_ID.in(tags))
                .fetch(row -> new Tagging(row.value1(), row.value2())));
    }

    void addTaggings(OrganizationId organizationId, List<Tagging> taggings, Instant now) {
        var at = BulkInsert.literal(now);
        insert(
                // Someone may have put the tag by hand meanwhile.
                "insert ignore into supporter_tags (supporter_id, tag_id, organization_id, added_at) values ",
                taggings,
                (row, tagging) -> row.number(tagging.supporterId().value())
                        .number(tagging.tagId().value())
                        .number(organizationId.value())
                        .same(at));
    }

    /** The custom fields of these keys, made where unknown with the label that came with them. */
    Map<FieldKey, CustomFieldId> fields(OrganizationId organizationId, Map<FieldKey, String> labels, Instant now) {
        var known = knownFields(organizationId, labels.keySet());
        var unknown =
                labels.keySet().stream().filter(key -> !known.containsKey(key)).toList();
        if (unknown.isEmpty()) return known;
        batch(
                // Another writer may be first: one field stays.
                "insert ignore into custom_fields (custom_field_id, organization_id, field_key, label, created_at)"
                        + " values (?, ?, ?, ?, ?)",
                unknown,
                (statement, key) -> {
                    statement.setLong(1, Id.next());
                    statement.setLong(2, organizationId.value());
                    statement.setString(3, key.text());
                    statement.setString(4, labels.getOrDefault(key, key.text()));
                    statement.setObject(5, utc(now));
                });
        return knownFields(organizationId, labels.keySet());
    }

    Map<FieldKey, CustomFieldId> knownFields(OrganizationId organizationId, Set<FieldKey> keys) {
        return database.select(CUSTOM_FIELDS.FIELD_KEY, CUSTOM_FIELDS.CUSTOM_FIELD_ID)
                .from(CUSTOM_FIELDS)
                .where(CUSTOM_FIELDS.ORGANIZATION_ID.eq(organizationId))
                .and(CUSTOM_FIELDS.FIELD_KEY.in(
                        keys.stream().map(FieldKey::text).toList()))
                .fetchMap(row -> new FieldKey(row.value1()), row -> row.value2());
    }

    Map<Filled, String> values(
            OrganizationId organizationId, Collection<SupporterId> supporters, Collection<CustomFieldId> fields) {
        if (supporters.isEmpty()) return new HashMap<>();
        return new HashMap<>(
                database.select(SUPPORTER_FIELDS.SUPPORTER_ID, SUPPORTER_FIELDS.CUSTOM_FIELD_ID, SUPPORTER_FIELDS.VALUE)
                        .from(SUPPORTER_FIELDS)
                        .where(SUPPORTER_FIELDS.ORGANIZATION_ID.eq(organizationId))
                        .and(SUPPORTER_FIELDS.SUPPORTER_ID.in(supporters))
                        .and(SUPPORTER_FIELDS.CUSTOM_FIELD_ID.in(fields))
                        .fetchMap(row -> new Filled(row.value1(), row.value2()), row -> row.value3()));
    }

    void putValues(OrganizationId organizationId, Map<Filled, String> values) {
        database.connection(connection -> BulkInsert.send(
                connection,
                "insert into supporter_fields (supporter_id, custom_field_id, organization_id, value) values ",
                values.entrySet(),
                (row, filled) -> row.number(filled.getKey().supporterId().value())
                        .number(filled.getKey().customFieldId().value())
                        .number(organizationId.value())
                        .words(filled.getValue()),
                " on duplicate key update value = values(value)"));
    }

    private <T> void insert(String head, Collection<T> rows, BulkInsert.Cells<T> cells) {
        if (!rows.isEmpty()) database.connection(connection -> BulkInsert.send(connection, head, rows, cells, ""));
    }

    interface Binder<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    private <T> void batch(String sql, Collection<T> rows, Binder<T> binder) {
        if (rows.isEmpty()) return;
        database.connection(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                for (var row : rows) {
                    binder.bind(statement, row);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    private static void zone(PreparedStatement statement, int index, Details details) throws SQLException {
        var zone = details.zoneIfAny();
        if (zone.isPresent()) statement.setString(index, zone.get());
        else statement.setNull(index, Types.VARCHAR);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
