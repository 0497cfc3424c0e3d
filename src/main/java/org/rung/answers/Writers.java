package org.rung.answers;

import java.util.Optional;
import org.rung.accounts.Members;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.springframework.stereotype.Component;

/** In whose name answers leave. */
@Component
class Writers {
    private final Members members;

    Writers(Members members) {
        this.members = members;
    }

    /** As they are now: nobody once they are suspended, or may not answer anyone any more. */
    Optional<Actor.Member> find(OrganizationId here, MemberId member) {
        return members.find(new Actor.System(here), member)
                .filter(one -> one.suspendedAt().isEmpty())
                .map(one -> new Actor.Member(here, one.memberId(), one.roles()))
                .filter(one -> one.may(Permission.REPLY_TO_ANYONE) && one.may(Permission.TEXT));
    }
}
