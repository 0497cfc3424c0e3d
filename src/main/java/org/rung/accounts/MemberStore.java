package org.rung.accounts;

import static org.rung.db.Tables.ACCOUNTS;
import static org.rung.db.Tables.MEMBERS;
import static org.rung.db.Tables.ORGANIZATIONS;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.springframework.stereotype.Repository;

@Repository
class MemberStore {
    private final DSLContext database;

    MemberStore(DSLContext database) {
        this.database = database;
    }

    Optional<Member> find(OrganizationId organizationId, MemberId memberId) {
        return members()
                .where(MEMBERS.ORGANIZATION_ID.eq(organizationId))
                .and(MEMBERS.MEMBER_ID.eq(memberId))
                .fetchOptional(Records.mapping(Member::new));
    }

    Optional<Member> find(OrganizationId organizationId, AccountId accountId) {
        return members()
                .where(MEMBERS.ORGANIZATION_ID.eq(organizationId))
                .and(MEMBERS.ACCOUNT_ID.eq(accountId))
                .fetchOptional(Records.mapping(Member::new));
    }

    List<Member> all(OrganizationId organizationId, int most) {
        return members()
                .where(MEMBERS.ORGANIZATION_ID.eq(organizationId))
                .orderBy(ACCOUNTS.NAME, MEMBERS.MEMBER_ID)
                .limit(most)
                .fetch(Records.mapping(Member::new));
    }

    List<Member> search(OrganizationId organizationId, MemberFilter filter, int from, int most) {
        var wanted = MEMBERS.ORGANIZATION_ID.eq(organizationId);
        if (!filter.words().isEmpty())
            wanted = wanted.and(ACCOUNTS.NAME
                    .contains(filter.words())
                    .or(ACCOUNTS.EMAIL.contains(filter.words().toLowerCase(Locale.ROOT))));
        if (!filter.without().isEmpty()) wanted = wanted.and(MEMBERS.MEMBER_ID.notIn(filter.without()));
        if (filter.working()) wanted = wanted.and(MEMBERS.SUSPENDED_AT.isNull());
        if (filter.may().isPresent()) wanted = wanted.and(may(filter.may().get()));
        return members()
                .where(wanted)
                .orderBy(ACCOUNTS.NAME, MEMBERS.MEMBER_ID)
                .limit(from, most)
                .fetch(Records.mapping(Member::new));
    }

    /** Roles are stored as their names with commas between; no name is part of another one. */
    private static Condition may(Permission permission) {
        return DSL.or(Arrays.stream(Role.values())
                .filter(role -> role.permissions().contains(permission))
                .map(role -> DSL.condition("locate({0}, {1}) > 0", DSL.inline(role.name()), MEMBERS.ROLES))
                .toList());
    }

    int count(OrganizationId organizationId) {
        return database.fetchCount(MEMBERS, MEMBERS.ORGANIZATION_ID.eq(organizationId));
    }

    List<Member> page(OrganizationId organizationId, Optional<Member> after, int most) {
        return members()
                .where(MEMBERS.ORGANIZATION_ID.eq(organizationId))
                .and(after.map(last -> DSL.row(ACCOUNTS.NAME, MEMBERS.MEMBER_ID).gt(last.name(), last.memberId()))
                        .orElse(DSL.noCondition()))
                .orderBy(ACCOUNTS.NAME, MEMBERS.MEMBER_ID)
                .limit(most)
                .fetch(Records.mapping(Member::new));
    }

    Optional<Member> find(OrganizationId organizationId, String email) {
        return members()
                .where(MEMBERS.ORGANIZATION_ID.eq(organizationId))
                .and(ACCOUNTS.EMAIL.eq(email.strip().toLowerCase(Locale.ROOT)))
                .fetchOptional(Records.mapping(Member::new));
    }

    private SelectOnConditionStep<
                    org.jooq.Record7<MemberId, AccountId, String, String, Roles, Instant, Optional<Instant>>>
            members() {
        return database.select(
                        MEMBERS.MEMBER_ID,
                        MEMBERS.ACCOUNT_ID,
                        ACCOUNTS.NAME,
                        ACCOUNTS.EMAIL,
                        MEMBERS.ROLES,
                        MEMBERS.JOINED_AT,
                        MEMBERS.SUSPENDED_AT.convertFrom(Optional::ofNullable))
                .from(MEMBERS)
                .join(ACCOUNTS)
                .on(ACCOUNTS.ACCOUNT_ID.eq(MEMBERS.ACCOUNT_ID));
    }

    /** Also where they are suspended: there they may be let in again. */
    boolean elsewhere(AccountId accountId, OrganizationId organizationId) {
        return database.fetchExists(
                MEMBERS, MEMBERS.ACCOUNT_ID.eq(accountId).and(MEMBERS.ORGANIZATION_ID.ne(organizationId)));
    }

    /** What a member who is signed in may do now. */
    record Standing(Roles roles, String passwordHash) {
        @Override
        public String toString() {
            return "Standing[" + roles.text() + "]";
        }
    }

    /** By key; empty when the member was suspended. */
    Optional<Standing> standing(MemberId memberId) {
        return database.select(MEMBERS.ROLES, ACCOUNTS.PASSWORD_HASH)
                .from(MEMBERS)
                .join(ACCOUNTS)
                .on(ACCOUNTS.ACCOUNT_ID.eq(MEMBERS.ACCOUNT_ID))
                .where(MEMBERS.MEMBER_ID.eq(memberId))
                .and(MEMBERS.SUSPENDED_AT.isNull())
                .fetchOptional(row -> new Standing(row.value1(), Objects.requireNonNullElse(row.value2(), "")));
    }

    /** Those of them who may not work any more. */
    Set<MemberId> suspended(Collection<MemberId> members) {
        return database.select(MEMBERS.MEMBER_ID)
                .from(MEMBERS)
                .where(MEMBERS.MEMBER_ID.in(members))
                .and(MEMBERS.SUSPENDED_AT.isNotNull())
                .fetchSet(MEMBERS.MEMBER_ID);
    }

    /** Where this person may work now, the organization used last in front. */
    List<Membership> of(AccountId accountId) {
        return memberships(MEMBERS.ACCOUNT_ID.eq(accountId).and(MEMBERS.SUSPENDED_AT.isNull()));
    }

    private List<Membership> memberships(Condition which) {
        return database.select(MEMBERS.MEMBER_ID, MEMBERS.ORGANIZATION_ID, ORGANIZATIONS.NAME, MEMBERS.ROLES)
                .from(MEMBERS)
                .join(ORGANIZATIONS)
                .on(ORGANIZATIONS.ORGANIZATION_ID.eq(MEMBERS.ORGANIZATION_ID))
                .where(which)
                .orderBy(MEMBERS.USED_AT.desc(), MEMBERS.JOINED_AT.desc(), MEMBERS.MEMBER_ID.desc())
                .fetch(Records.mapping(Membership::new));
    }

    void used(MemberId memberId, Instant now) {
        database.update(MEMBERS)
                .set(MEMBERS.USED_AT, now)
                .where(MEMBERS.MEMBER_ID.eq(memberId))
                .execute();
    }

    Map<MemberId, String> names(OrganizationId organizationId, Collection<MemberId> members) {
        return database.select(MEMBERS.MEMBER_ID, ACCOUNTS.NAME)
                .from(MEMBERS)
                .join(ACCOUNTS)
                .on(ACCOUNTS.ACCOUNT_ID.eq(MEMBERS.ACCOUNT_ID))
                .where(MEMBERS.ORGANIZATION_ID.eq(organizationId))
                .and(MEMBERS.MEMBER_ID.in(members))
                .fetchMap(MEMBERS.MEMBER_ID, ACCOUNTS.NAME);
    }

    void insert(
            MemberId memberId,
            OrganizationId organizationId,
            AccountId accountId,
            Roles roles,
            Optional<InvitationId> invitationId,
            Instant now) {
        database.insertInto(MEMBERS)
                .set(MEMBERS.MEMBER_ID, memberId)
                .set(MEMBERS.ORGANIZATION_ID, organizationId)
                .set(MEMBERS.ACCOUNT_ID, accountId)
                .set(MEMBERS.ROLES, roles)
                .set(MEMBERS.JOINED_AT, now)
                .set(MEMBERS.INVITATION_ID, invitationId.orElse(null))
                .execute();
    }

    boolean newHere(OrganizationId organizationId, MemberId memberId) {
        return database.fetchExists(
                MEMBERS,
                MEMBERS.MEMBER_ID
                        .eq(memberId)
                        .and(MEMBERS.ORGANIZATION_ID.eq(organizationId))
                        .and(MEMBERS.INVITATION_ID.isNotNull())
                        .and(MEMBERS.WELCOMED_AT.isNull()));
    }

    void welcomed(OrganizationId organizationId, MemberId memberId, Instant now) {
        database.update(MEMBERS)
                .set(MEMBERS.WELCOMED_AT, now)
                .where(MEMBERS.MEMBER_ID.eq(memberId))
                .and(MEMBERS.ORGANIZATION_ID.eq(organizationId))
                .and(MEMBERS.WELCOMED_AT.isNull())
                .execute();
    }

    boolean hasPractised(OrganizationId organizationId, MemberId memberId) {
        return database.fetchExists(
                MEMBERS,
                MEMBERS.MEMBER_ID
                        .eq(memberId)
                        .and(MEMBERS.ORGANIZATION_ID.eq(organizationId))
                        .and(MEMBERS.PRACTISED_AT.isNotNull()));
    }

    /** The first time stays. */
    void practised(OrganizationId organizationId, MemberId memberId, Instant now) {
        database.update(MEMBERS)
                .set(MEMBERS.PRACTISED_AT, now)
                .where(MEMBERS.MEMBER_ID.eq(memberId))
                .and(MEMBERS.ORGANIZATION_ID.eq(organizationId))
                .and(MEMBERS.PRACTISED_AT.isNull())
                .execute();
    }

    /** False when the member was suspended already. */
    boolean suspend(OrganizationId organizationId, MemberId memberId, Instant now) {
        return database.update(MEMBERS)
                        .set(MEMBERS.SUSPENDED_AT, now)
                        .where(MEMBERS.ORGANIZATION_ID.eq(organizationId))
                        .and(MEMBERS.MEMBER_ID.eq(memberId))
                        .and(MEMBERS.SUSPENDED_AT.isNull())
                        .execute()
                == 1;
    }

    /** False when the member was not suspended. */
    boolean restore(OrganizationId organizationId, MemberId memberId) {
        return database.update(MEMBERS)
                        .setNull(MEMBERS.SUSPENDED_AT)
                        .where(MEMBERS.ORGANIZATION_ID.eq(organizationId))
                        .and(MEMBERS.MEMBER_ID.eq(memberId))
                        .and(MEMBERS.SUSPENDED_AT.isNotNull())
                        .execute()
                == 1;
    }

    void changeRoles(OrganizationId organizationId, MemberId memberId, Roles roles) {
        database.update(MEMBERS)
                .set(MEMBERS.ROLES, roles)
                .where(MEMBERS.ORGANIZATION_ID.eq(organizationId))
                .and(MEMBERS.MEMBER_ID.eq(memberId))
                .execute();
    }

    /** Whether anyone but this member administers the organization. */
    boolean anotherAdmin(OrganizationId organizationId, MemberId memberId) {
        return database
                .select(MEMBERS.ROLES)
                .from(MEMBERS)
                .where(MEMBERS.ORGANIZATION_ID.eq(organizationId))
                .and(MEMBERS.MEMBER_ID.ne(memberId))
                .and(MEMBERS.SUSPENDED_AT.isNull())
                .fetch(MEMBERS.ROLES)
                .stream()
                .anyMatch(roles -> roles.all().contains(Role.ADMIN));
    }
}
