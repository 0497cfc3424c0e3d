package org.rung.people;

import static org.rung.db.Tables.ORGANIZATIONS;
import static org.rung.db.Tables.SUPPORTERS;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.places.Point;
import org.springframework.stereotype.Repository;

@Repository
class SupporterStore {
    private final DSLContext db;
    private final PhoneStore phones;
    private final TagStore tags;
    private final FieldStore fields;

    SupporterStore(DSLContext db, PhoneStore phones, TagStore tags, FieldStore fields) {
        this.db = db;
        this.phones = phones;
        this.tags = tags;
        this.fields = fields;
    }

    /** Four queries, however many are asked for; those of other organizations are absent. */
    Map<SupporterId, Supporter> all(OrganizationId organization, Collection<SupporterId> wanted) {
        var ids = Set.copyOf(wanted);
        if (ids.isEmpty()) return Map.of();
        var phonesOf = phones.of(organization, ids);
        var tagsOf = tags.of(organization, ids);
        var fieldsOf = fields.of(organization, ids);
        var found = new HashMap<SupporterId, Supporter>();
        for (var row : db.selectFrom(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organization), SUPPORTERS.SUPPORTER_ID.in(ids))
                .fetch()) {
            var id = row.getSupporterId();
            found.put(
                    id,
                    new Supporter(
                            id,
                            row.getFirstName(),
                            row.getLastName(),
                            row.getEmail(),
                            row.getPostalCode(),
                            row.getCity(),
                            row.getRegion(),
                            row.getCountry(),
                            Optional.ofNullable(row.getZone()).map(ZoneId::of),
                            row.getLanguage(),
                            row.getSource(),
                            address(row.getAddressLine(), row.getLatitude(), row.getLongitude()),
                            phonesOf.getOrDefault(id, List.of()),
                            tagsOf.getOrDefault(id, List.of()),
                            fieldsOf.getOrDefault(id, Map.of()),
                            row.getCreatedAt(),
                            row.getUpdatedAt()));
        }
        return found;
    }

    boolean has(OrganizationId organization, SupporterId supporter) {
        return db.fetchExists(
                SUPPORTERS, SUPPORTERS.ORGANIZATION_ID.eq(organization).and(SUPPORTERS.SUPPORTER_ID.eq(supporter)));
    }

    Set<SupporterId> ours(OrganizationId organization, Collection<SupporterId> supporters) {
        return db.select(SUPPORTERS.SUPPORTER_ID)
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organization), SUPPORTERS.SUPPORTER_ID.in(supporters))
                .fetchSet(SUPPORTERS.SUPPORTER_ID);
    }

    /** Somebody without a name, in the organization's country and language. */
    SupporterId newcomer(OrganizationId organization, String source, Instant now) {
        var id = new SupporterId(Id.next());
        newcomers(organization, List.of(id), source, now);
        return id;
    }

    /** As {@link #newcomer} for many. */
    void newcomers(OrganizationId organization, Collection<SupporterId> newcomers, String source, Instant now) {
        var home = db.select(ORGANIZATIONS.COUNTRY, ORGANIZATIONS.LANGUAGE)
                .from(ORGANIZATIONS)
                .where(ORGANIZATIONS.ORGANIZATION_ID.eq(organization))
                .fetchSingle();
        var insert = db.insertInto(
                SUPPORTERS,
                SUPPORTERS.SUPPORTER_ID,
                SUPPORTERS.ORGANIZATION_ID,
                SUPPORTERS.COUNTRY,
                SUPPORTERS.LANGUAGE,
                SUPPORTERS.SOURCE,
                SUPPORTERS.CREATED_AT,
                SUPPORTERS.UPDATED_AT);
        for (var id : newcomers)
            insert = insert.values(id, organization, home.value1(), home.value2(), source, now, now);
        insert.execute();
    }

    /** Everything the draft says about the person alone; what it does not say becomes empty. */
    void describe(OrganizationId organization, SupporterId supporter, SupporterDraft draft, Instant now) {
        var update = db.update(SUPPORTERS)
                .set(SUPPORTERS.FIRST_NAME, draft.firstName())
                .set(SUPPORTERS.FIRST_NAME_FOLDED, new FoldedName(draft.firstName()).text())
                .set(SUPPORTERS.LAST_NAME, draft.lastName())
                .set(SUPPORTERS.EMAIL, draft.email())
                .set(SUPPORTERS.POSTAL_CODE, draft.postalCode())
                .set(SUPPORTERS.CITY, draft.city())
                .set(SUPPORTERS.REGION, draft.region())
                .set(SUPPORTERS.ZONE, draft.zone().map(ZoneId::getId).orElse(null))
                .set(SUPPORTERS.ADDRESS_LINE, draft.address().line())
                .set(SUPPORTERS.LATITUDE, degrees(draft.address(), Point::latitude))
                .set(SUPPORTERS.LONGITUDE, degrees(draft.address(), Point::longitude))
                .set(SUPPORTERS.SPOT, spot(organization, supporter, draft))
                .set(
                        SUPPORTERS.ADDRESS_KEY,
                        AddressKey.of(draft.address().line(), draft.postalCode())
                                .orElse(null))
                .set(SUPPORTERS.UPDATED_AT, now);
        // These three have no empty form: what is not said stays.
        if (!draft.country().isEmpty()) update = update.set(SUPPORTERS.COUNTRY, draft.country());
        if (!draft.language().isEmpty()) update = update.set(SUPPORTERS.LANGUAGE, draft.language());
        if (!draft.source().isEmpty()) update = update.set(SUPPORTERS.SOURCE, draft.source());
        update.where(SUPPORTERS.ORGANIZATION_ID.eq(organization), SUPPORTERS.SUPPORTER_ID.eq(supporter))
                .execute();
    }

    static Address address(String line, @Nullable BigDecimal latitude, @Nullable BigDecimal longitude) {
        return new Address(
                line,
                latitude == null || longitude == null
                        ? Optional.empty()
                        : Optional.of(new Point(latitude.doubleValue(), longitude.doubleValue())));
    }

    static @Nullable BigDecimal degrees(Address address, ToDoubleFunction<Point> which) {
        return address.point()
                .map(point -> BigDecimal.valueOf(which.applyAsDouble(point)))
                .orElse(null);
    }

    private @Nullable Long spot(OrganizationId organization, SupporterId supporter, SupporterDraft draft) {
        var country = draft.country().isEmpty() ? country(organization, supporter) : draft.country();
        return draft.address().spot(country, draft.postalCode()).orElse(null);
    }

    private String country(OrganizationId organization, SupporterId supporter) {
        return db.select(SUPPORTERS.COUNTRY)
                .from(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organization), SUPPORTERS.SUPPORTER_ID.eq(supporter))
                .fetchOptional(SUPPORTERS.COUNTRY)
                .orElse("");
    }

    void speaks(OrganizationId organization, SupporterId supporter, String language, Instant now) {
        db.update(SUPPORTERS)
                .set(SUPPORTERS.LANGUAGE, language)
                .set(SUPPORTERS.UPDATED_AT, now)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organization), SUPPORTERS.SUPPORTER_ID.eq(supporter))
                .execute();
    }

    void touch(OrganizationId organization, Collection<SupporterId> supporters, Instant now) {
        db.update(SUPPORTERS)
                .set(SUPPORTERS.UPDATED_AT, now)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organization), SUPPORTERS.SUPPORTER_ID.in(supporters))
                .execute();
    }

    /** Phones, tags, notes, actions and all that points at a person go with them. */
    void delete(OrganizationId organization, Collection<SupporterId> supporters) {
        db.deleteFrom(SUPPORTERS)
                .where(SUPPORTERS.ORGANIZATION_ID.eq(organization), SUPPORTERS.SUPPORTER_ID.in(supporters))
                .execute();
    }
}
