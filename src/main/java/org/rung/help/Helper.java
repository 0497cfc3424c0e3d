package org.rung.help;

import java.util.Set;
import org.rung.common.MemberId;
import org.rung.teams.TeamId;

/** Somebody who may be asked for help. seesAll: with any conversation; leads: with those of these teams. */
public record Helper(MemberId memberId, boolean seesAll, Set<TeamId> leads) {
    public Helper {
        leads = Set.copyOf(leads);
    }
}
