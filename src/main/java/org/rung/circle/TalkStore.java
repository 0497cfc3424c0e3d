package org.rung.circle;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.rung.db.Tables.CONTACTS;
import static org.rung.db.Tables.CONTACT_TALKS;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.rung.actions.ActionId;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

@Repository
class TalkStore {
    private final DSLContext db;

    TalkStore(DSLContext db) {
        this.db = db;
    }

    void add(OrganizationId organization, ContactId contact, Talk talk, Optional<ActionId> action) {
        db.insertInto(CONTACT_TALKS)
                .set(CONTACT_TALKS.TALK_ID, talk.talkId())
                .set(CONTACT_TALKS.ORGANIZATION_ID, organization)
                .set(CONTACT_TALKS.CONTACT_ID, contact)
                .set(CONTACT_TALKS.OUTCOME, talk.outcome())
                .set(CONTACT_TALKS.ACTION_ID, action.orElse(null))
                .set(CONTACT_TALKS.HAPPENED_AT, talk.happenedAt())
                .execute();
    }

    /** The latest of each; ids ascend with time. */
    Map<ContactId, Talk> latest(Collection<ContactId> contacts) {
        return db.select(
                        CONTACT_TALKS.CONTACT_ID,
                        CONTACT_TALKS.TALK_ID,
                        CONTACT_TALKS.OUTCOME,
                        CONTACT_TALKS.HAPPENED_AT)
                .from(CONTACT_TALKS)
                .where(CONTACT_TALKS.TALK_ID.in(select(max(CONTACT_TALKS.TALK_ID))
                        .from(CONTACT_TALKS)
                        .where(CONTACT_TALKS.CONTACT_ID.in(contacts))
                        .groupBy(CONTACT_TALKS.CONTACT_ID)))
                .fetchMap(CONTACT_TALKS.CONTACT_ID, row -> new Talk(row.value2(), row.value3(), row.value4()));
    }

    /** Those that are not evidence yet, oldest first. */
    List<Talk> untold(ContactId contact) {
        return db.selectFrom(CONTACT_TALKS)
                .where(CONTACT_TALKS.CONTACT_ID.eq(contact), CONTACT_TALKS.ACTION_ID.isNull())
                .orderBy(CONTACT_TALKS.TALK_ID)
                .fetch(row -> new Talk(row.getTalkId(), row.getOutcome(), row.getHappenedAt()));
    }

    void told(TalkId talk, ActionId action) {
        db.update(CONTACT_TALKS)
                .set(CONTACT_TALKS.ACTION_ID, action)
                .where(CONTACT_TALKS.TALK_ID.eq(talk))
                .execute();
    }

    record Logged(Talk talk, Optional<ActionId> action) {}

    /** Of a contact of this member. */
    Optional<Logged> find(OrganizationId organization, MemberId member, TalkId talk) {
        return db.select(
                        CONTACT_TALKS.TALK_ID,
                        CONTACT_TALKS.OUTCOME,
                        CONTACT_TALKS.HAPPENED_AT,
                        CONTACT_TALKS.ACTION_ID)
                .from(CONTACT_TALKS)
                .join(CONTACTS)
                .on(CONTACTS.CONTACT_ID.eq(CONTACT_TALKS.CONTACT_ID))
                .where(
                        CONTACT_TALKS.TALK_ID.eq(talk),
                        CONTACT_TALKS.ORGANIZATION_ID.eq(organization),
                        CONTACTS.MEMBER_ID.eq(member))
                .fetchOptional(row -> new Logged(
                        new Talk(row.value1(), row.value2(), row.value3()), Optional.ofNullable(row.value4())));
    }

    void delete(TalkId talk) {
        db.deleteFrom(CONTACT_TALKS).where(CONTACT_TALKS.TALK_ID.eq(talk)).execute();
    }
}
