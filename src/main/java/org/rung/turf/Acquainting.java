package org.rung.turf;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rung.accounts.Members;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.filters.SupporterFilter;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives each texter the people they know. */
@Service
public class Acquainting {
    private final Turfs turfs;
    private final TurfHolders holders;
    private final AcquaintedStore store;
    private final TurfPeopleStore people;
    private final Members members;

    Acquainting(Turfs turfs, TurfHolders holders, AcquaintedStore store, TurfPeopleStore people, Members members) {
        this.turfs = turfs;
        this.holders = holders;
        this.store = store;
        this.people = people;
        this.members = members;
    }

    /**
     * A frozen list for each of these members, given to them: whoever they said to all that they know, the closest first
     * where several know one, and of everyone else an equal part, by chance. Nobody is in two of them. Named after the turf,
     * with the member's name.
     *
     * @param texters 1 to {@value FrozenTurfs#MOST_PARTS}
     * @throws Problem.Invalid for somebody who is not here (any more), and when there are too few people to give
     */
    @Transactional
    public List<TurfId> divide(Actor actor, TurfId turfId, Set<MemberId> texters) {
        actor.must(Permission.CUT_TURF);
        if (texters.isEmpty() || texters.size() > FrozenTurfs.MOST_PARTS)
            throw new Problem.Invalid("members", "problem.from-to", 1, FrozenTurfs.MOST_PARTS);
        var organization = actor.organization();
        var whole = turfs.here(organization, turfId);
        var all = List.copyOf(new LinkedHashSet<>(texters));
        var names = members.names(organization, all);
        List<TurfId> lists = new ArrayList<>();
        for (var texter : all) {
            var name = FrozenTurfs.cut(whole.name() + " · " + names.getOrDefault(texter, ""), Turfs.LONGEST_NAME);
            var list = turfs.add(actor, name, TurfKind.LIST, SupporterFilter.EVERYONE);
            turfs.isPartOf(organization, list, turfId);
            holders.give(actor, list, new Holders(Set.of(texter), Set.of()));
            lists.add(list);
        }
        var who = people.of(organization, whole);
        int given = store.known(organization, lists, all, who);
        given += store.rest(organization, lists, who);
        if (given == 0) throw new Problem.Invalid("supporters", "problem.turf-empty");
        return List.copyOf(lists);
    }
}
