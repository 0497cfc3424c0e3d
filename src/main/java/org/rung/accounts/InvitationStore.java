package org.rung.accounts;

import static org.rung.db.Tables.INVITATIONS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

@Repository
class InvitationStore {
    /** An invitation found by its word, with whose it is. */
    record Found(OrganizationId organizationId, Invitation invitation) {}

    private final DSLContext database;

    InvitationStore(DSLContext database) {
        this.database = database;
    }

    void insert(InvitationId id, Actor actor, InvitationDraft draft, LinkWord word, String sealed, Instant now) {
        database.insertInto(INVITATIONS)
                .set(INVITATIONS.INVITATION_ID, id)
                .set(INVITATIONS.ORGANIZATION_ID, actor.organization())
                .set(INVITATIONS.TOKEN_HASH, word.hash())
                .set(INVITATIONS.TOKEN_SEALED, sealed)
                .set(INVITATIONS.ROLES, draft.roles())
                .set(INVITATIONS.LANDING_ID, draft.landingId().orElse(null))
                .set(INVITATIONS.LABEL, draft.label())
                .set(INVITATIONS.MAX_USES, draft.uses())
                .set(INVITATIONS.EXPIRES_AT, now.plus(draft.validFor()))
                .set(INVITATIONS.MADE_BY_MEMBER_ID, actor.member().orElse(null))
                .set(INVITATIONS.CREATED_AT, now)
                .execute();
    }

    Optional<Found> find(LinkWord word) {
        return read(INVITATIONS.TOKEN_HASH.eq(word.hash()), 1).stream().findFirst();
    }

    Optional<Invitation> find(OrganizationId organizationId, InvitationId id) {
        var which = INVITATIONS.ORGANIZATION_ID.eq(organizationId).and(INVITATIONS.INVITATION_ID.eq(id));
        return read(which, 1).stream().map(Found::invitation).findFirst();
    }

    /** Those that can still be taken, newest first. */
    List<Invitation> open(OrganizationId organizationId, Instant now, int most) {
        var which = INVITATIONS
                .ORGANIZATION_ID
                .eq(organizationId)
                .and(INVITATIONS.REVOKED_AT.isNull())
                .and(INVITATIONS.EXPIRES_AT.gt(now))
                .and(INVITATIONS.USES.lt(INVITATIONS.MAX_USES));
        return read(which, most).stream().map(Found::invitation).toList();
    }

    private List<Found> read(Condition which, int most) {
        return database.select(
                        INVITATIONS.ORGANIZATION_ID,
                        INVITATIONS.INVITATION_ID,
                        INVITATIONS.ROLES,
                        INVITATIONS.LABEL,
                        INVITATIONS.LANDING_ID,
                        INVITATIONS.MAX_USES,
                        INVITATIONS.USES,
                        INVITATIONS.EXPIRES_AT,
                        INVITATIONS.REVOKED_AT,
                        INVITATIONS.MADE_BY_MEMBER_ID)
                .from(INVITATIONS)
                .where(which)
                .orderBy(INVITATIONS.CREATED_AT.desc(), INVITATIONS.INVITATION_ID.desc())
                .limit(most)
                .fetch(row -> new Found(
                        row.value1(),
                        new Invitation(
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                Optional.ofNullable(row.value5()),
                                row.value6(),
                                row.value7(),
                                row.value8(),
                                Optional.ofNullable(row.value9()),
                                Optional.ofNullable(row.value10()))));
    }

    String sealed(OrganizationId organizationId, InvitationId id) {
        return database.select(INVITATIONS.TOKEN_SEALED)
                .from(INVITATIONS)
                .where(INVITATIONS.ORGANIZATION_ID.eq(organizationId))
                .and(INVITATIONS.INVITATION_ID.eq(id))
                .fetchSingle(INVITATIONS.TOKEN_SEALED);
    }

    /** Takes one use; of two who race for the last one, one gets false. */
    boolean claim(InvitationId id, Instant now) {
        return database.update(INVITATIONS)
                        .set(INVITATIONS.USES, INVITATIONS.USES.plus(1))
                        .where(INVITATIONS.INVITATION_ID.eq(id))
                        .and(INVITATIONS.REVOKED_AT.isNull())
                        .and(INVITATIONS.EXPIRES_AT.gt(now))
                        .and(INVITATIONS.USES.lt(INVITATIONS.MAX_USES))
                        .execute()
                == 1;
    }

    /** False when it was revoked before. */
    boolean revoke(OrganizationId organizationId, InvitationId id, Instant now) {
        return database.update(INVITATIONS)
                        .set(INVITATIONS.REVOKED_AT, now)
                        .where(INVITATIONS.ORGANIZATION_ID.eq(organizationId))
                        .and(INVITATIONS.INVITATION_ID.eq(id))
                        .and(INVITATIONS.REVOKED_AT.isNull())
                        .execute()
                == 1;
    }
}
