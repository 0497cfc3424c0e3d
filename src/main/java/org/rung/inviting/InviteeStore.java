package org.rung.inviting;

import static org.rung.db.Tables.ACCOUNTS;
import static org.rung.db.Tables.INVITATIONS;
import static org.rung.db.Tables.INVITEES;
import static org.rung.db.Tables.MEMBERS;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.rung.accounts.EmailAddress;
import org.rung.accounts.InvitationId;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.springframework.stereotype.Repository;

@Repository
class InviteeStore {
    private final DSLContext db;

    InviteeStore(DSLContext db) {
        this.db = db;
    }

    /** Whoever invites a list comes one after the other, so that a day's letters are counted right. */
    void lock(OrganizationId organizationId) {
        db.fetch(
                "select organization_id from organizations where organization_id = ? for update",
                organizationId.value());
    }

    Set<String> members(OrganizationId organizationId, Collection<String> emails) {
        if (emails.isEmpty()) return Set.of();
        return new HashSet<>(db.select(ACCOUNTS.EMAIL)
                .from(ACCOUNTS)
                .join(MEMBERS)
                .on(MEMBERS.ACCOUNT_ID.eq(ACCOUNTS.ACCOUNT_ID))
                .where(MEMBERS.ORGANIZATION_ID.eq(organizationId))
                .and(ACCOUNTS.EMAIL.in(emails))
                .fetch(ACCOUNTS.EMAIL));
    }

    /** Those with one of these addresses or numbers. */
    List<Invitee> known(
            OrganizationId organizationId, Collection<String> emails, Collection<PhoneNumber> phones, Instant now) {
        Condition email = emails.isEmpty() ? DSL.falseCondition() : INVITEES.EMAIL.in(emails);
        Condition phone = phones.isEmpty() ? DSL.falseCondition() : INVITEES.PHONE.in(phones);
        return invitees(organizationId, email.or(phone), now, 2_000, Optional.empty());
    }

    long lettersSince(OrganizationId organizationId, Instant since) {
        return db.fetchCount(
                INVITEES,
                INVITEES.ORGANIZATION_ID
                        .eq(organizationId)
                        .and(INVITEES.SENT_AT.ge(since).or(INVITEES.DUE_AT.isNotNull())));
    }

    InviteeId add(Actor actor, InviteeDraft draft, InvitationId invitation, Optional<Instant> due, Instant now) {
        var id = new InviteeId(Id.next());
        db.insertInto(INVITEES)
                .set(INVITEES.INVITEE_ID, id)
                .set(INVITEES.ORGANIZATION_ID, actor.organization())
                .set(INVITEES.NAME, draft.name())
                .set(INVITEES.EMAIL, draft.email().map(EmailAddress::text).orElse(null))
                .set(INVITEES.PHONE, draft.phone().orElse(null))
                .set(INVITEES.INVITATION_ID, invitation)
                .set(INVITEES.MADE_BY_MEMBER_ID, actor.member().orElse(null))
                .set(INVITEES.INVITED_AT, now)
                .set(INVITEES.DUE_AT, due.orElse(null))
                .execute();
        return id;
    }

    /** With another link, as if they had not been invited before. */
    void again(Actor actor, InviteeId id, InvitationId invitation, Optional<Instant> due, Instant now) {
        db.update(INVITEES)
                .set(INVITEES.INVITATION_ID, invitation)
                .set(INVITEES.MADE_BY_MEMBER_ID, actor.member().orElse(null))
                .set(INVITEES.INVITED_AT, now)
                .set(INVITEES.DUE_AT, due.orElse(null))
                .set(INVITEES.TRIES, (byte) 0)
                .setNull(INVITEES.SENT_AT)
                .setNull(INVITEES.FAILED_AT)
                .setNull(INVITEES.OPENED_AT)
                .setNull(INVITEES.JOINED_AT)
                .setNull(INVITEES.WITHDRAWN_AT)
                .where(INVITEES.INVITEE_ID.eq(id))
                .and(INVITEES.ORGANIZATION_ID.eq(actor.organization()))
                .execute();
    }

    void withdraw(OrganizationId organizationId, InviteeId id, Instant now) {
        db.update(INVITEES)
                .set(INVITEES.WITHDRAWN_AT, now)
                .setNull(INVITEES.DUE_AT)
                .where(INVITEES.INVITEE_ID.eq(id))
                .and(INVITEES.ORGANIZATION_ID.eq(organizationId))
                .execute();
    }

    Optional<Invitee> lock(OrganizationId organizationId, InviteeId id, Instant now) {
        db.select(INVITEES.INVITEE_ID)
                .from(INVITEES)
                .where(INVITEES.INVITEE_ID.eq(id))
                .and(INVITEES.ORGANIZATION_ID.eq(organizationId))
                .forUpdate()
                .execute();
        return invitees(organizationId, INVITEES.INVITEE_ID.eq(id), now, 1, Optional.empty()).stream()
                .findFirst();
    }

    /** The newest first. */
    List<Invitee> page(OrganizationId organizationId, Optional<InviteeId> after, Instant now, int most) {
        return invitees(organizationId, DSL.noCondition(), now, most, after);
    }

    private List<Invitee> invitees(
            OrganizationId organizationId, Condition which, Instant now, int most, Optional<InviteeId> after) {
        return db.select(INVITEES.fields())
                .select(INVITATIONS.EXPIRES_AT, INVITATIONS.REVOKED_AT)
                .from(INVITEES)
                .join(INVITATIONS)
                .on(INVITATIONS.INVITATION_ID.eq(INVITEES.INVITATION_ID))
                .where(INVITEES.ORGANIZATION_ID.eq(organizationId))
                .and(which)
                .and(after.<Condition>map(INVITEES.INVITEE_ID::lt).orElse(DSL.noCondition()))
                .orderBy(INVITEES.INVITEE_ID.desc())
                .limit(most)
                .fetch(row -> invitee(row, now));
    }

    private static Invitee invitee(Record row, Instant now) {
        var state = state(row, now);
        var at =
                switch (state) {
                    case WAITING, BY_HAND -> row.get(INVITEES.INVITED_AT);
                    case SENT -> row.get(INVITEES.SENT_AT);
                    case FAILED -> row.get(INVITEES.FAILED_AT);
                    case OPENED -> row.get(INVITEES.OPENED_AT);
                    case JOINED -> row.get(INVITEES.JOINED_AT);
                    case WITHDRAWN ->
                        Optional.ofNullable(row.get(INVITEES.WITHDRAWN_AT)).orElse(row.get(INVITATIONS.REVOKED_AT));
                    case EXPIRED -> row.get(INVITATIONS.EXPIRES_AT);
                };
        return new Invitee(
                row.get(INVITEES.INVITEE_ID),
                row.get(INVITEES.NAME),
                Optional.ofNullable(row.get(INVITEES.EMAIL)).map(EmailAddress::new),
                Optional.ofNullable(row.get(INVITEES.PHONE)),
                row.get(INVITEES.INVITATION_ID),
                Optional.ofNullable(row.get(INVITEES.MADE_BY_MEMBER_ID)),
                row.get(INVITEES.LETTERS),
                state,
                Optional.ofNullable(at).orElse(row.get(INVITEES.INVITED_AT)));
    }

    private static InviteeState state(Record row, Instant now) {
        if (row.get(INVITEES.JOINED_AT) != null) return InviteeState.JOINED;
        if (row.get(INVITEES.WITHDRAWN_AT) != null || row.get(INVITATIONS.REVOKED_AT) != null)
            return InviteeState.WITHDRAWN;
        if (!row.get(INVITATIONS.EXPIRES_AT).isAfter(now)) return InviteeState.EXPIRED;
        if (row.get(INVITEES.OPENED_AT) != null) return InviteeState.OPENED;
        if (row.get(INVITEES.SENT_AT) != null) return InviteeState.SENT;
        if (row.get(INVITEES.FAILED_AT) != null) return InviteeState.FAILED;
        return row.get(INVITEES.DUE_AT) != null ? InviteeState.WAITING : InviteeState.BY_HAND;
    }

    void opened(OrganizationId organizationId, InvitationId invitation, Instant now) {
        db.update(INVITEES)
                .set(INVITEES.OPENED_AT, now)
                .where(INVITEES.INVITATION_ID.eq(invitation))
                .and(INVITEES.ORGANIZATION_ID.eq(organizationId))
                .and(INVITEES.OPENED_AT.isNull())
                .execute();
    }

    /** By the link that they came in by. */
    void joined(OrganizationId organizationId, MemberId member, Instant now) {
        db.update(INVITEES)
                .set(INVITEES.JOINED_AT, now)
                .setNull(INVITEES.DUE_AT)
                .where(INVITEES.ORGANIZATION_ID.eq(organizationId))
                .and(INVITEES.INVITATION_ID.in(
                        DSL.select(MEMBERS.INVITATION_ID).from(MEMBERS).where(MEMBERS.MEMBER_ID.eq(member))))
                .execute();
    }

    /** A letter that is due: to whom, and by whose link. */
    record Due(
            OrganizationId organizationId,
            InviteeId inviteeId,
            String name,
            String email,
            InvitationId invitation,
            int tries) {
        @Override
        public String toString() {
            return "Due[" + inviteeId + "]";
        }
    }

    /** Locked until the transaction ends; what another server holds is left to it. */
    List<Due> lockDue(Instant now, int most) {
        return db.select(
                        INVITEES.ORGANIZATION_ID,
                        INVITEES.INVITEE_ID,
                        INVITEES.NAME,
                        INVITEES.EMAIL,
                        INVITEES.INVITATION_ID,
                        INVITEES.TRIES)
                .from(INVITEES)
                .where(INVITEES.DUE_AT.le(now))
                .orderBy(INVITEES.DUE_AT)
                .limit(most)
                .forUpdate()
                .skipLocked()
                .fetch(row ->
                        new Due(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    void putOff(InviteeId id, Instant until) {
        db.update(INVITEES)
                .set(INVITEES.TRIES, INVITEES.TRIES.plus(1))
                .set(INVITEES.DUE_AT, until)
                .where(INVITEES.INVITEE_ID.eq(id))
                .execute();
    }

    void sent(InviteeId id, Instant now) {
        db.update(INVITEES)
                .set(INVITEES.SENT_AT, now)
                .set(INVITEES.LETTERS, INVITEES.LETTERS.plus(1))
                .setNull(INVITEES.DUE_AT)
                .where(INVITEES.INVITEE_ID.eq(id))
                .execute();
    }

    void failed(InviteeId id, Instant now) {
        db.update(INVITEES)
                .set(INVITEES.FAILED_AT, now)
                .setNull(INVITEES.DUE_AT)
                .where(INVITEES.INVITEE_ID.eq(id))
                .execute();
    }
}
