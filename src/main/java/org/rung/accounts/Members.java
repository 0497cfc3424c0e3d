package org.rung.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Roles;
import org.springframework.stereotype.Service;

/** The people of an organization. */
@Service
public class Members {
    public Member get(Actor actor, MemberId memberId) {
        throw new UnsupportedOperationException("built next");
    }

    /** Everyone, by name; at most 1,000. */
    public List<Member> all(Actor actor) {
        throw new UnsupportedOperationException("built next");
    }

    public Map<MemberId, String> names(OrganizationId organizationId, Collection<MemberId> members) {
        throw new UnsupportedOperationException("built next");
    }

    /** Adds a person without an invitation: first run, demo, tests. */
    public Member join(
            OrganizationId organizationId, String name, String email, Optional<String> password, Roles roles) {
        throw new UnsupportedOperationException("built next");
    }

    public void suspend(Actor actor, MemberId memberId) {
        throw new UnsupportedOperationException("built next");
    }

    public void restore(Actor actor, MemberId memberId) {
        throw new UnsupportedOperationException("built next");
    }

    public void changeRoles(Actor actor, MemberId memberId, Roles roles) {
        throw new UnsupportedOperationException("built next");
    }
}
