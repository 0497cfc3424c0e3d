package org.rung.cast;

import java.util.Locale;
import org.jooq.DSLContext;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Role;
import org.rung.common.Roles;

/** Bare ground for tests of the rooms above accounts: an organization with nothing in it, and people who may act there. */
public record NewOrganization(OrganizationId organizationId, DSLContext db) {

    public static NewOrganization with(DSLContext db) {
        var id = new OrganizationId(Id.next());
        db.execute(
                "insert into organizations (organization_id, name, slug, created_at) values (?, ?, ?, ?)",
                id.value(),
                "Neighbors " + id.text(),
                id.text().toLowerCase(Locale.ROOT),
                "2026-01-01 00:00:00");
        return new NewOrganization(id, db);
    }

    public Actor.Member member(Role role) {
        var accountId = Id.next();
        var memberId = new MemberId(Id.next());
        db.execute(
                "insert into accounts (account_id, email, name, created_at) values (?, ?, ?, ?)",
                accountId,
                // Digits, since GreenMail names its boxes by the hash of the address, and "0P" has the hash of "11".
                memberId.value() + "@example.org",
                role.name() + " " + memberId.text(),
                "2026-01-01 00:00:00");
        db.execute(
                "insert into members (member_id, organization_id, account_id, roles, joined_at) values (?, ?, ?, ?, ?)",
                memberId.value(),
                organizationId.value(),
                accountId,
                role.name(),
                "2026-01-01 00:00:00");
        return new Actor.Member(organizationId, memberId, Roles.of(role));
    }

    public Actor system() {
        return new Actor.System(organizationId);
    }
}
