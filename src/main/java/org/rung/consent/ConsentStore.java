package org.rung.consent;

import static org.rung.db.Tables.CONSENTS;
import static org.rung.db.Tables.PHONE_CONSENTS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.database.BulkInsert;
import org.springframework.stereotype.Repository;

@Repository
class ConsentStore {
    private final DSLContext db;

    ConsentStore(DSLContext db) {
        this.db = db;
    }

    /** Holds the number until the transaction ends; makes its row when there is none. */
    void hold(OrganizationId organization, PhoneNumber phone, ConsentKind kind, Instant since) {
        // Not "insert ignore": that takes a shared lock on the row it finds, and two of those wait for each other.
        db.execute(
                "insert into phone_consents (organization_id, phone, consent, since_at) values ({0}, {1}, {2}, {3})"
                        // Where the number was put on the do-not-text list first, nothing was said of it yet.
                        + " on duplicate key update since_at = coalesce(since_at, values(since_at)),"
                        + " consent = coalesce(consent, values(consent))",
                DSL.val(organization, PHONE_CONSENTS.ORGANIZATION_ID),
                DSL.val(phone, PHONE_CONSENTS.PHONE),
                DSL.val(kind, PHONE_CONSENTS.CONSENT),
                DSL.val(since, PHONE_CONSENTS.SINCE_AT));
    }

    List<ConsentFold.Line> lines(OrganizationId organization, PhoneNumber phone) {
        return db.select(CONSENTS.KIND, CONSENTS.SOURCE, CONSENTS.HAPPENED_AT)
                .from(CONSENTS)
                .where(CONSENTS.ORGANIZATION_ID.eq(organization), CONSENTS.PHONE.eq(phone))
                .fetch(Records.mapping(ConsentFold.Line::new));
    }

    void append(Actor actor, List<ConsentEntry> entries, Optional<Long> sourceId) {
        var source = sourceId.orElse(null);
        db.connection(connection -> BulkInsert.send(
                connection,
                "insert into consents (consent_id, organization_id, phone, kind, source, words, actor_kind, actor_id,"
                        + " source_id, happened_at, recorded_at) values ",
                entries,
                (row, entry) -> row.number(entry.consent())
                        .number(actor.organization().value())
                        .words(entry.phone().text())
                        .words(entry.kind().name())
                        .words(entry.source().name())
                        .words(entry.words())
                        .words(entry.actorKind())
                        .number(entry.actorId().orElse(null))
                        .number(source)
                        .instant(entry.happenedAt())
                        .instant(entry.recordedAt()),
                ""));
    }

    void stand(OrganizationId organization, PhoneNumber phone, ConsentFold.Stand stand) {
        db.update(PHONE_CONSENTS)
                .set(PHONE_CONSENTS.CONSENT, stand.consent())
                .set(PHONE_CONSENTS.SINCE_AT, stand.since())
                .where(PHONE_CONSENTS.ORGANIZATION_ID.eq(organization), PHONE_CONSENTS.PHONE.eq(phone))
                .execute();
    }

    /** Puts those of whom nothing was said in, and leaves all others as they are; true when it was so of all. */
    boolean optIn(OrganizationId organization, List<PhoneNumber> phones, Instant since) {
        var at = BulkInsert.literal(since);
        long without = db.connectionResult(connection -> BulkInsert.send(
                connection,
                "insert ignore into phone_consents (organization_id, phone, consent, since_at) values ",
                phones,
                (row, phone) -> row.number(organization.value())
                        .words(phone.text())
                        .words(ConsentKind.OPTED_IN.name())
                        .same(at),
                ""));
        return without == phones.size() || without + optInUnasked(organization, phones, since) == phones.size();
    }

    /** Those that are on the do-not-text list, and of whom nothing was said yet. */
    private int optInUnasked(OrganizationId organization, List<PhoneNumber> phones, Instant since) {
        return db.update(PHONE_CONSENTS)
                .set(PHONE_CONSENTS.CONSENT, ConsentKind.OPTED_IN)
                .set(PHONE_CONSENTS.SINCE_AT, since)
                .where(PHONE_CONSENTS.ORGANIZATION_ID.eq(organization), PHONE_CONSENTS.PHONE.in(phones))
                .and(PHONE_CONSENTS.CONSENT.isNull())
                .execute();
    }

    /** In one statement, so that who says stop at the same moment is not overwritten: since_at is theirs, then. */
    void refuse(OrganizationId organization, List<PhoneNumber> phones, ConsentKind kind, Instant since) {
        var at = BulkInsert.literal(since);
        var moves = kind == ConsentKind.OPTED_OUT
                ? "coalesce(consent, '') <> 'OPTED_OUT'"
                : "coalesce(consent, 'OPTED_IN') = 'OPTED_IN'";
        db.connection(connection -> BulkInsert.send(
                connection,
                "insert into phone_consents (organization_id, phone, consent, since_at) values ",
                phones,
                (row, phone) -> row.number(organization.value())
                        .words(phone.text())
                        .words(kind.name())
                        .same(at),
                // The time first: assignments are made from left to right, and the second changes what both look at.
                " on duplicate key update since_at = if(" + moves + ", values(since_at), since_at), consent = if("
                        + moves + ", values(consent), consent)"));
    }

    Map<PhoneNumber, PhoneConsent> standing(OrganizationId organization, Collection<PhoneNumber> phones) {
        return db
                .select(PHONE_CONSENTS.PHONE, PHONE_CONSENTS.CONSENT, PHONE_CONSENTS.SINCE_AT)
                .from(PHONE_CONSENTS)
                .where(PHONE_CONSENTS.ORGANIZATION_ID.eq(organization), PHONE_CONSENTS.PHONE.in(Set.copyOf(phones)))
                // Without one it is only on the do-not-text list.
                .and(PHONE_CONSENTS.CONSENT.isNotNull())
                .fetch(Records.mapping(PhoneConsent::new))
                .stream()
                .collect(Collectors.toMap(PhoneConsent::phone, Function.identity()));
    }

    List<ConsentEntry> ledger(OrganizationId organization, Collection<PhoneNumber> phones, int atMost) {
        return entries(CONSENTS.ORGANIZATION_ID.eq(organization).and(CONSENTS.PHONE.in(Set.copyOf(phones))), atMost);
    }

    /** How many lines of each kind, since then. */
    Map<ConsentKind, Long> counts(OrganizationId organization, Instant since) {
        return db.select(CONSENTS.KIND, DSL.count().coerce(Long.class))
                .from(CONSENTS)
                .where(CONSENTS.ORGANIZATION_ID.eq(organization), CONSENTS.HAPPENED_AT.ge(since))
                .and(CONSENTS.KIND.in(ConsentKind.values()))
                .groupBy(CONSENTS.KIND)
                .fetchMap(line -> line.value1(), line -> line.value2());
    }

    /** How many numbers stand where. */
    Map<ConsentKind, Long> standing(OrganizationId organization) {
        return db.select(PHONE_CONSENTS.CONSENT, DSL.count().coerce(Long.class))
                .from(PHONE_CONSENTS)
                .where(PHONE_CONSENTS.ORGANIZATION_ID.eq(organization), PHONE_CONSENTS.CONSENT.isNotNull())
                .groupBy(PHONE_CONSENTS.CONSENT)
                .fetchMap(line -> line.value1(), line -> line.value2());
    }

    private List<ConsentEntry> entries(Condition which, int atMost) {
        return db.select(
                        CONSENTS.CONSENT_ID,
                        CONSENTS.PHONE,
                        CONSENTS.KIND,
                        CONSENTS.SOURCE,
                        CONSENTS.WORDS,
                        CONSENTS.ACTOR_KIND,
                        CONSENTS.ACTOR_ID,
                        CONSENTS.HAPPENED_AT,
                        CONSENTS.RECORDED_AT)
                .from(CONSENTS)
                .where(which)
                .orderBy(CONSENTS.HAPPENED_AT.desc(), CONSENTS.CONSENT_ID.desc())
                .limit(atMost)
                .fetch(line -> new ConsentEntry(
                        line.value1(),
                        line.value2(),
                        line.value3(),
                        line.value4(),
                        line.value5(),
                        line.value6(),
                        Optional.ofNullable(line.value7()),
                        line.value8(),
                        line.value9()));
    }
}
