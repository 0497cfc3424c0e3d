package org.rung.turf;

import java.util.Set;
import org.rung.common.MemberId;
import org.rung.teams.TeamId;

/** To whom a turf is given: members by name, and teams with whoever is in them. */
public record Holders(Set<MemberId> members, Set<TeamId> teams) {
    public static final Holders NOBODY = new Holders(Set.of(), Set.of());

    public Holders {
        members = Set.copyOf(members);
        teams = Set.copyOf(teams);
    }

    public boolean isNobody() {
        return members.isEmpty() && teams.isEmpty();
    }
}
