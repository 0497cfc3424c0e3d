package org.rung.exchange;

import static org.rung.db.Tables.CONSENTS;
import static org.rung.db.Tables.CUSTOM_FIELDS;
import static org.rung.db.Tables.PHONE_CONSENTS;
import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.SUPPORTER_FIELDS;
import static org.rung.db.Tables.SUPPORTER_PHONES;
import static org.rung.db.Tables.SUPPORTER_TAGS;
import static org.rung.db.Tables.TAGS;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.consent.ConsentKind;
import org.rung.consent.Suppressions;
import org.rung.people.CustomFieldId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Reads everyone, a page of people at a time and the many of a page by one query each. */
@Repository
class ExportStore {
    private final DSLContext database;
    private final Suppressions suppressions;

    ExportStore(DSLContext database, Suppressions suppressions) {
        this.database = database;
        this.suppressions = suppressions;
    }

    record Person(
            SupporterId supporterId,
            String firstName,
            String lastName,
            String email,
            String postalCode,
            String city,
            String region,
            String country,
            String addressLine,
            Optional<String> latitude,
            Optional<String> longitude,
            String language,
            String source,
            Optional<String> zone,
            Instant addedAt) {}

    record Standing(String consent, Instant since) {}

    record Said(String source, String words) {}

    Map<CustomFieldId, String> fields(OrganizationId organizationId) {
        var labels = new LinkedHashMap<CustomFieldId, String>();
        database.select(CUSTOM_FIELDS.CUSTOM_FIELD_ID, CUSTOM_FIELDS.LABEL)
                .from(CUSTOM_FIELDS)
                .where(CUSTOM_FIELDS.ORGANIZATION_ID.eq(organizationId))
                .orderBy(CUSTOM_FIELDS.LABEL, CUSTOM_FIELDS.CUSTOM_FIELD_ID)
                .forEach(row -> labels.put(row.value1(), row.value2()));
        return labels;
    }

    List<Person> people(OrganizationId organizationId, SupporterId after, int limit) {
        return people(organizationId, SUPPORTERS.SUPPORTER_ID.gt(after), limit);
    }

    /** Those of them who are there. */
    List<Person> people(OrganizationId organizationId, Collection<SupporterId> chosen) {
        return chosen.isEmpty() ? List.of() : people(organizationId, SUPPORTERS.SUPPORTER_ID.in(chosen), chosen.size());
    }

    private List<Person> people(OrganizationId organizationId, Condition which, int limit) {
        return database.select(
                        SUPPORTERS.SUPPORTER_ID,
                        SUPPORTERS.FIRST_NAME,
                        SUPPORTERS.LAST_NAME,
                        SUPPORTERS.EMAIL,
                        SUPPORTERS.POSTAL_CODE,
                        SUPPORTERS.CITY,
                        SUPPORTERS.REGION,
                        SUPPORTERS.COUNTRY,
                        SUPPORTERS.ADDRESS_LINE,
                        SUPPORTERS.LATITUDE,
                        SUPPORTERS.LONGITUDE,
                        SUPPORTERS.LANGUAGE,
                        SUPPORTERS.SOURCE,
                        SUPPORTERS.ZONE,
                        SUPPORTERS.CREATED_AT)
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organizationId))
                .and(which)
                .orderBy(SUPPORTERS.SUPPORTER_ID)
                .limit(limit)
                .fetch(row -> new Person(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        row.value9(),
                        Optional.ofNullable(row.value10()).map(BigDecimal::toPlainString),
                        Optional.ofNullable(row.value11()).map(BigDecimal::toPlainString),
                        row.value12(),
                        row.value13(),
                        Optional.ofNullable(row.value14()),
                        row.value15()));
    }

    /** The texting number first. */
    Map<SupporterId, List<PhoneNumber>> phones(Collection<SupporterId> supporters) {
        return database.select(SUPPORTER_PHONES.SUPPORTER_ID, SUPPORTER_PHONES.PHONE)
                .from(SUPPORTER_PHONES)
                .where(SUPPORTER_PHONES.SUPPORTER_ID.in(supporters))
                .orderBy(SUPPORTER_PHONES.SUPPORTER_ID, SUPPORTER_PHONES.POSITION)
                .fetchGroups(SUPPORTER_PHONES.SUPPORTER_ID, SUPPORTER_PHONES.PHONE);
    }

    Map<SupporterId, List<String>> tags(Collection<SupporterId> supporters) {
        return database.select(SUPPORTER_TAGS.SUPPORTER_ID, TAGS.NAME)
                .from(SUPPORTER_TAGS)
                .join(TAGS)
                .on(TAGS.TAG_ID.eq(SUPPORTER_TAGS.TAG_ID))
                .where(SUPPORTER_TAGS.SUPPORTER_ID.in(supporters))
                .orderBy(TAGS.NAME)
                .fetchGroups(SUPPORTER_TAGS.SUPPORTER_ID, TAGS.NAME);
    }

    Map<SupporterId, Map<CustomFieldId, String>> values(Collection<SupporterId> supporters) {
        var values = new HashMap<SupporterId, Map<CustomFieldId, String>>();
        database.select(SUPPORTER_FIELDS.SUPPORTER_ID, SUPPORTER_FIELDS.CUSTOM_FIELD_ID, SUPPORTER_FIELDS.VALUE)
                .from(SUPPORTER_FIELDS)
                .where(SUPPORTER_FIELDS.SUPPORTER_ID.in(supporters))
                .forEach(row -> values.computeIfAbsent(row.value1(), id -> new HashMap<>())
                        .put(row.value2(), row.value3()));
        return values;
    }

    Map<PhoneNumber, Standing> standings(OrganizationId organizationId, Collection<PhoneNumber> phones) {
        if (phones.isEmpty()) return Map.of();
        return database.select(PHONE_CONSENTS.PHONE, PHONE_CONSENTS.CONSENT, PHONE_CONSENTS.SINCE_AT)
                .from(PHONE_CONSENTS)
                .where(PHONE_CONSENTS.ORGANIZATION_ID.eq(organizationId))
                .and(PHONE_CONSENTS.PHONE.in(phones))
                .and(PHONE_CONSENTS.CONSENT.isNotNull())
                .fetchMap(row -> row.value1(), row -> new Standing(row.value2().name(), row.value3()));
    }

    /** Those that may not be texted first, by their word or by the do-not-text list, by number, after that one. */
    Map<PhoneNumber, Standing> suppressed(OrganizationId organizationId, String after, int limit) {
        var page = new LinkedHashMap<PhoneNumber, Standing>();
        database.select(
                        PHONE_CONSENTS.PHONE,
                        PHONE_CONSENTS.CONSENT,
                        PHONE_CONSENTS.SINCE_AT,
                        PHONE_CONSENTS.SUPPRESSED_SINCE_AT)
                .from(PHONE_CONSENTS)
                .where(PHONE_CONSENTS.ORGANIZATION_ID.eq(organizationId))
                .and(DSL.condition("{0} > {1}", PHONE_CONSENTS.PHONE, DSL.val(after)))
                .and(PHONE_CONSENTS.CONSENT.ne(ConsentKind.OPTED_IN).or(DSL.not(suppressions.free(Optional.empty()))))
                .orderBy(PHONE_CONSENTS.PHONE)
                .limit(limit)
                .forEach(row -> page.put(row.value1(), standing(row.value2(), row.value3(), row.value4())));
        return page;
    }

    /** What the person said comes before what the organization wrote down. */
    private static Standing standing(@Nullable ConsentKind consent, Instant since, Instant suppressed) {
        return consent == null || consent == ConsentKind.OPTED_IN
                ? new Standing("DO_NOT_TEXT", suppressed)
                : new Standing(consent.name(), since);
    }

    /** The line of the ledger that put the number where it stands. */
    Map<PhoneNumber, Said> said(OrganizationId organizationId, Collection<PhoneNumber> phones) {
        if (phones.isEmpty()) return Map.of();
        var said = new HashMap<PhoneNumber, Said>();
        database.select(CONSENTS.PHONE, CONSENTS.SOURCE, CONSENTS.WORDS)
                .from(CONSENTS)
                .join(PHONE_CONSENTS)
                .on(PHONE_CONSENTS.ORGANIZATION_ID.eq(CONSENTS.ORGANIZATION_ID))
                .and(PHONE_CONSENTS.PHONE.eq(CONSENTS.PHONE))
                .and(DSL.condition("{0} = {1}", CONSENTS.KIND, PHONE_CONSENTS.CONSENT))
                .and(PHONE_CONSENTS.SINCE_AT.eq(CONSENTS.HAPPENED_AT))
                .where(CONSENTS.ORGANIZATION_ID.eq(organizationId))
                .and(CONSENTS.PHONE.in(phones))
                .forEach(row ->
                        said.putIfAbsent(row.value1(), new Said(row.value2().name(), row.value3())));
        return said;
    }
}
