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
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
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
                        + " on duplicate key update consent = consent",
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
        var insert = db.batch(db.insertInto(
                        CONSENTS,
                        CONSENTS.CONSENT_ID,
                        CONSENTS.ORGANIZATION_ID,
                        CONSENTS.PHONE,
                        CONSENTS.KIND,
                        CONSENTS.SOURCE,
                        CONSENTS.WORDS,
                        CONSENTS.ACTOR_KIND,
                        CONSENTS.ACTOR_ID,
                        CONSENTS.SOURCE_ID,
                        CONSENTS.HAPPENED_AT,
                        CONSENTS.RECORDED_AT)
                .values((Long) null, null, null, null, null, null, null, null, null, null, null));
        for (var entry : entries) {
            insert = insert.bind(
                    Id.next(),
                    actor.organization(),
                    entry.phone(),
                    entry.kind(),
                    entry.source(),
                    entry.words(),
                    entry.actorKind(),
                    entry.actorId().orElse(null),
                    sourceId.orElse(null),
                    entry.happenedAt(),
                    entry.recordedAt());
        }
        insert.execute();
    }

    void stand(OrganizationId organization, PhoneNumber phone, ConsentFold.Stand stand) {
        db.update(PHONE_CONSENTS)
                .set(PHONE_CONSENTS.CONSENT, stand.consent())
                .set(PHONE_CONSENTS.SINCE_AT, stand.since())
                .where(PHONE_CONSENTS.ORGANIZATION_ID.eq(organization), PHONE_CONSENTS.PHONE.eq(phone))
                .execute();
    }

    /** Puts those without a row in; leaves all others as they are. */
    void optIn(OrganizationId organization, List<PhoneNumber> phones, Instant since) {
        var insert = db.batch(db.insertInto(
                        PHONE_CONSENTS,
                        PHONE_CONSENTS.ORGANIZATION_ID,
                        PHONE_CONSENTS.PHONE,
                        PHONE_CONSENTS.CONSENT,
                        PHONE_CONSENTS.SINCE_AT)
                .values((OrganizationId) null, null, null, null)
                .onDuplicateKeyIgnore());
        for (var phone : phones) insert = insert.bind(organization, phone, ConsentKind.OPTED_IN, since);
        insert.execute();
    }

    Map<PhoneNumber, PhoneConsent> standing(OrganizationId organization, Collection<PhoneNumber> phones) {
        return db
                .select(PHONE_CONSENTS.PHONE, PHONE_CONSENTS.CONSENT, PHONE_CONSENTS.SINCE_AT)
                .from(PHONE_CONSENTS)
                .where(PHONE_CONSENTS.ORGANIZATION_ID.eq(organization), PHONE_CONSENTS.PHONE.in(Set.copyOf(phones)))
                .fetch(Records.mapping(PhoneConsent::new))
                .stream()
                .collect(Collectors.toMap(PhoneConsent::phone, Function.identity()));
    }

    List<ConsentEntry> ledger(OrganizationId organization, Collection<PhoneNumber> phones, int atMost) {
        return db.select(
                        CONSENTS.PHONE,
                        CONSENTS.KIND,
                        CONSENTS.SOURCE,
                        CONSENTS.WORDS,
                        CONSENTS.ACTOR_KIND,
                        CONSENTS.ACTOR_ID,
                        CONSENTS.HAPPENED_AT,
                        CONSENTS.RECORDED_AT)
                .from(CONSENTS)
                .where(CONSENTS.ORGANIZATION_ID.eq(organization), CONSENTS.PHONE.in(Set.copyOf(phones)))
                .orderBy(CONSENTS.HAPPENED_AT.desc(), CONSENTS.CONSENT_ID.desc())
                .limit(atMost)
                .fetch(line -> new ConsentEntry(
                        line.value1(),
                        line.value2(),
                        line.value3(),
                        line.value4(),
                        line.value5(),
                        Optional.ofNullable(line.value6()),
                        line.value7(),
                        line.value8()));
    }
}
