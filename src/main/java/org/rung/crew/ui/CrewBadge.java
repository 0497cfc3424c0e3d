package org.rung.crew.ui;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.rung.accounts.MenuBadge;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.crew.CrewPaths;
import org.rung.texting.Vettings;
import org.springframework.stereotype.Component;

/** How many new texters wait for somebody to look at their first texts; each text tells the menus to count anew. */
@Component
class CrewBadge implements MenuBadge {
    private final Vettings vettings;

    CrewBadge(Vettings vettings) {
        this.vettings = vettings;
    }

    @Override
    public String path() {
        return CrewPaths.TEXTERS;
    }

    @Override
    public Map<MemberId, Integer> counts(OrganizationId here, Collection<Actor.Member> members) {
        var assign = members.stream()
                .filter(member -> member.may(Permission.ASSIGN))
                .map(Actor.Member::memberId)
                .collect(Collectors.toSet());
        if (assign.isEmpty()) return Map.of();
        int waiting = vettings.count(here);
        return waiting == 0 ? Map.of() : assign.stream().collect(Collectors.toMap(member -> member, any -> waiting));
    }
}
