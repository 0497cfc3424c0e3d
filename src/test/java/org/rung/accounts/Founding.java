package org.rung.accounts;

import java.time.ZoneId;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Role;
import org.rung.common.Roles;

/** Makes an organization for one test, with whoever it needs. */
class Founding {
    static final String PASSWORD = "four-words-are-enough";

    private final Organizations organizations;
    private final Members members;

    Founding(Organizations organizations, Members members) {
        this.organizations = organizations;
        this.members = members;
    }

    OrganizationId organization() {
        return organizations.found("Test " + Id.next(), "US", ZoneId.of("America/Los_Angeles"), false);
    }

    Actor.Member admin(OrganizationId organizationId) {
        return actor(organizationId, join(organizationId, Role.ADMIN));
    }

    Member join(OrganizationId organizationId, Role role) {
        var email = "m" + Id.next() + "@example.org";
        return members.join(organizationId, "Some Body", email, Optional.of(PASSWORD), Roles.of(role));
    }

    static Actor.Member actor(OrganizationId organizationId, Member member) {
        return new Actor.Member(organizationId, member.memberId(), member.roles());
    }
}
