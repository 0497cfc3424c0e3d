package org.rung.people;

import static org.rung.db.Tables.SUPPORTER_PHONES;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.springframework.stereotype.Repository;

@Repository
class PhoneStore {
    private final DSLContext db;

    PhoneStore(DSLContext db) {
        this.db = db;
    }

    /** Everyone with this number: first those who text from it, then the longest known. */
    List<SupporterId> holders(OrganizationId organization, PhoneNumber phone) {
        return db.select(SUPPORTER_PHONES.SUPPORTER_ID)
                .from(SUPPORTER_PHONES)
                .where(SUPPORTER_PHONES.ORGANIZATION_ID.eq(organization), SUPPORTER_PHONES.PHONE.eq(phone))
                .orderBy(SUPPORTER_PHONES.POSITION, SUPPORTER_PHONES.SUPPORTER_ID)
                .fetch(SUPPORTER_PHONES.SUPPORTER_ID);
    }

    /** Of each number the first of {@link #holders}; numbers of nobody are absent. */
    Map<PhoneNumber, SupporterId> firstHolders(OrganizationId organization, Collection<PhoneNumber> phones) {
        var first = new HashMap<PhoneNumber, SupporterId>();
        db.select(SUPPORTER_PHONES.PHONE, SUPPORTER_PHONES.SUPPORTER_ID)
                .from(SUPPORTER_PHONES)
                .where(SUPPORTER_PHONES.ORGANIZATION_ID.eq(organization), SUPPORTER_PHONES.PHONE.in(phones))
                .orderBy(SUPPORTER_PHONES.POSITION, SUPPORTER_PHONES.SUPPORTER_ID)
                .forEach(row -> first.putIfAbsent(row.value1(), row.value2()));
        return first;
    }

    /** Of each number all of {@link #holders}; numbers of nobody are absent. */
    Map<PhoneNumber, List<SupporterId>> holders(OrganizationId organization, Collection<PhoneNumber> phones) {
        return db.select(SUPPORTER_PHONES.PHONE, SUPPORTER_PHONES.SUPPORTER_ID)
                .from(SUPPORTER_PHONES)
                .where(SUPPORTER_PHONES.ORGANIZATION_ID.eq(organization), SUPPORTER_PHONES.PHONE.in(phones))
                .orderBy(SUPPORTER_PHONES.POSITION, SUPPORTER_PHONES.SUPPORTER_ID)
                .fetchGroups(SUPPORTER_PHONES.PHONE, SUPPORTER_PHONES.SUPPORTER_ID);
    }

    /** Each to someone who has no number yet. */
    void add(OrganizationId organization, Map<PhoneNumber, SupporterId> newcomers) {
        var insert = db.insertInto(
                SUPPORTER_PHONES,
                SUPPORTER_PHONES.ORGANIZATION_ID,
                SUPPORTER_PHONES.PHONE,
                SUPPORTER_PHONES.SUPPORTER_ID,
                SUPPORTER_PHONES.POSITION);
        for (var one : newcomers.entrySet())
            insert = insert.values(organization, one.getKey(), one.getValue(), (byte) 0);
        insert.execute();
    }

    Map<SupporterId, List<PhoneNumber>> of(OrganizationId organization, Collection<SupporterId> supporters) {
        return db.select(SUPPORTER_PHONES.SUPPORTER_ID, SUPPORTER_PHONES.PHONE)
                .from(SUPPORTER_PHONES)
                .where(SUPPORTER_PHONES.ORGANIZATION_ID.eq(organization), SUPPORTER_PHONES.SUPPORTER_ID.in(supporters))
                .orderBy(SUPPORTER_PHONES.SUPPORTER_ID, SUPPORTER_PHONES.POSITION)
                .fetchGroups(SUPPORTER_PHONES.SUPPORTER_ID, SUPPORTER_PHONES.PHONE);
    }

    /** These numbers and no others, the first one for texting. */
    void replace(OrganizationId organization, SupporterId supporter, List<PhoneNumber> phones) {
        db.deleteFrom(SUPPORTER_PHONES)
                .where(SUPPORTER_PHONES.ORGANIZATION_ID.eq(organization), SUPPORTER_PHONES.SUPPORTER_ID.eq(supporter))
                .execute();
        var insert = db.insertInto(
                SUPPORTER_PHONES,
                SUPPORTER_PHONES.ORGANIZATION_ID,
                SUPPORTER_PHONES.PHONE,
                SUPPORTER_PHONES.SUPPORTER_ID,
                SUPPORTER_PHONES.POSITION);
        for (var i = 0; i < phones.size(); i++)
            insert = insert.values(organization, phones.get(i), supporter, (byte) i);
        if (!phones.isEmpty()) insert.execute();
    }
}
