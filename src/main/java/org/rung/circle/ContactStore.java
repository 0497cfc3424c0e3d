package org.rung.circle;

import static org.rung.db.Tables.CONTACTS;
import static org.rung.db.Tables.MEMBERS;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.database.BulkInsert;
import org.rung.people.SupporterId;
import org.rung.people.Visibility;
import org.springframework.stereotype.Repository;

@Repository
class ContactStore {
    private static final int AT_ONCE = 2_000;

    private final DSLContext db;
    private final ContactSeal seal;

    ContactStore(DSLContext db, ContactSeal seal) {
        this.db = db;
        this.seal = seal;
    }

    int count(MemberId member) {
        return db.fetchCount(CONTACTS, CONTACTS.MEMBER_ID.eq(member));
    }

    /** Those of the cards that are not in the member's list yet, each number once. */
    List<Card> fresh(OrganizationId organization, MemberId member, Collection<Card> cards) {
        Set<String> hashes = new HashSet<>();
        cards.forEach(card -> hashes.addAll(seal.hashes(organization, card.phone())));
        Set<String> there = db.select(CONTACTS.PHONE_HASH)
                .from(CONTACTS)
                .where(CONTACTS.MEMBER_ID.eq(member), CONTACTS.PHONE_HASH.in(hashes))
                .fetchSet(CONTACTS.PHONE_HASH);
        Set<PhoneNumber> seen = new HashSet<>();
        return cards.stream()
                .filter(card -> seal.hashes(organization, card.phone()).stream().noneMatch(there::contains))
                .filter(card -> seen.add(card.phone()))
                .toList();
    }

    /** How many came in: whoever adds the same in another window at this moment adds it once. */
    long add(OrganizationId organization, MemberId member, Collection<Card> cards, Instant now) {
        var at = BulkInsert.literal(now);
        return db.connectionResult(connection -> BulkInsert.send(
                connection,
                "insert ignore into contacts (contact_id, organization_id, member_id, phone_hash, card_sealed, state,"
                        + " created_at) values ",
                cards,
                (row, card) -> row.number(Id.next())
                        .number(organization.value())
                        .number(member.value())
                        .words(seal.hash(organization, card.phone()))
                        .words(seal.seal(card))
                        .words(Visibility.MINE.name())
                        .same(at),
                ""));
    }

    /** All of a member's; those that no key opens are left out. */
    List<Kept> all(OrganizationId organization, MemberId member) {
        return read(CONTACTS.ORGANIZATION_ID.eq(organization).and(CONTACTS.MEMBER_ID.eq(member)));
    }

    /** Whoever the member went to text since then without saying how it went, the latest first. */
    List<Kept> leftToText(OrganizationId organization, MemberId member, Instant since, int atMost) {
        return db
                .select(CONTACTS.asterisk())
                .from(CONTACTS)
                .where(CONTACTS.ORGANIZATION_ID.eq(organization), CONTACTS.MEMBER_ID.eq(member))
                .and(CONTACTS.LEFT_TO_TEXT_AT.ge(since))
                .orderBy(CONTACTS.LEFT_TO_TEXT_AT.desc())
                .limit(atMost)
                .fetch(this::kept)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** One of the member's own, held until the transaction ends. */
    Optional<Kept> hold(OrganizationId organization, MemberId member, ContactId contact) {
        return db.select(CONTACTS.asterisk())
                .from(CONTACTS)
                .where(
                        CONTACTS.ORGANIZATION_ID.eq(organization),
                        CONTACTS.MEMBER_ID.eq(member),
                        CONTACTS.CONTACT_ID.eq(contact))
                .forUpdate()
                .fetchOptional(this::kept)
                .flatMap(one -> one);
    }

    boolean any(OrganizationId organization) {
        return db.fetchExists(CONTACTS, CONTACTS.ORGANIZATION_ID.eq(organization));
    }

    /** Everybody's contacts with these numbers, of members who are still here. */
    List<Kept> with(OrganizationId organization, List<PhoneNumber> phones) {
        return Stream.iterate(0, from -> from < phones.size(), from -> from + AT_ONCE)
                .map(from -> phones.subList(from, Math.min(phones.size(), from + AT_ONCE)))
                .flatMap(some -> read(CONTACTS.ORGANIZATION_ID
                                .eq(organization)
                                .and(CONTACTS.PHONE_HASH.in(some.stream()
                                        .flatMap(phone -> seal.hashes(organization, phone).stream())
                                        .toList()))
                                .and(MEMBERS.SUSPENDED_AT.isNull()))
                        .stream())
                .toList();
    }

    void leaveToText(ContactId contact, @Nullable Instant at) {
        db.update(CONTACTS)
                .set(CONTACTS.LEFT_TO_TEXT_AT, at)
                .where(CONTACTS.CONTACT_ID.eq(contact))
                .execute();
    }

    void share(ContactId contact, SupporterId supporter, Instant now) {
        db.update(CONTACTS)
                .set(CONTACTS.STATE, Visibility.SHARED)
                .set(CONTACTS.SUPPORTER_ID, supporter)
                .set(CONTACTS.SHARED_AT, now)
                .where(CONTACTS.CONTACT_ID.eq(contact))
                .execute();
    }

    void delete(ContactId contact) {
        db.deleteFrom(CONTACTS).where(CONTACTS.CONTACT_ID.eq(contact)).execute();
    }

    void deleteShared(OrganizationId organization, Collection<SupporterId> supporters) {
        db.deleteFrom(CONTACTS)
                .where(CONTACTS.ORGANIZATION_ID.eq(organization), CONTACTS.SUPPORTER_ID.in(supporters))
                .execute();
    }

    /** Members who have been out since before then and still have contacts that are theirs alone. */
    List<Gone> gone(Instant before) {
        return db.selectDistinct(MEMBERS.ORGANIZATION_ID, MEMBERS.MEMBER_ID)
                .from(MEMBERS)
                .join(CONTACTS)
                .on(CONTACTS.MEMBER_ID.eq(MEMBERS.MEMBER_ID))
                .where(MEMBERS.SUSPENDED_AT.lt(before), CONTACTS.STATE.eq(Visibility.MINE))
                .fetch(row -> new Gone(row.value1(), row.value2()));
    }

    record Gone(OrganizationId organizationId, MemberId memberId) {}

    void deletePrivate(OrganizationId organization, MemberId member) {
        db.deleteFrom(CONTACTS)
                .where(
                        CONTACTS.ORGANIZATION_ID.eq(organization),
                        CONTACTS.MEMBER_ID.eq(member),
                        CONTACTS.STATE.eq(Visibility.MINE))
                .execute();
    }

    private List<Kept> read(Condition which) {
        return db
                .select(CONTACTS.asterisk())
                .from(CONTACTS)
                .join(MEMBERS)
                .on(MEMBERS.MEMBER_ID.eq(CONTACTS.MEMBER_ID))
                .where(which)
                .orderBy(CONTACTS.CONTACT_ID)
                .fetch(this::kept)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Kept> kept(Record row) {
        return seal.open(row.get(CONTACTS.CARD_SEALED))
                .map(card -> new Kept(
                        row.get(CONTACTS.CONTACT_ID),
                        row.get(CONTACTS.ORGANIZATION_ID),
                        row.get(CONTACTS.MEMBER_ID),
                        card,
                        row.get(CONTACTS.STATE),
                        Optional.ofNullable(row.get(CONTACTS.SUPPORTER_ID)),
                        Optional.ofNullable(row.get(CONTACTS.LEFT_TO_TEXT_AT))));
    }
}
