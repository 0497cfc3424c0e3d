package org.rung.accounts;

import static org.rung.db.Tables.INVITATIONS;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The links of all organizations' invitations, as they are sealed. */
@Repository
class InvitationSealStore implements Sealing {
    private final DSLContext database;
    private final Secrets secrets;

    InvitationSealStore(DSLContext database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    @Override
    public Result sealAnew() {
        var former = database.select(INVITATIONS.TOKEN_SEALED)
                .from(INVITATIONS)
                .where(INVITATIONS.TOKEN_SEALED.notLike(secrets.beginning() + "%"))
                .fetch(INVITATIONS.TOKEN_SEALED);
        return secrets.anew(
                former,
                (old, anew) -> database.update(INVITATIONS)
                                .set(INVITATIONS.TOKEN_SEALED, anew)
                                .where(INVITATIONS.TOKEN_SEALED.eq(old))
                                .execute()
                        > 0);
    }
}
