package org.rung.turf;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * To whom turf is given. Whoever has one sees it under their own, without its people; campaigns over it hand its people to
 * them first, as far as nobody else knows them.
 */
@Service
public class TurfHolders {
    private static final int MOST = 200;

    private final Turfs turfs;
    private final HolderStore store;
    private final AuditLog audit;
    private final Clock clock;

    TurfHolders(Turfs turfs, HolderStore store, AuditLog audit, Clock clock) {
        this.turfs = turfs;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Gives it to these and takes it back from everyone else; nobody takes it back from all.
     *
     * @throws Problem.Invalid for somebody who is not here (any more), an archived team, or more than 200 of them
     */
    @Transactional
    public void give(Actor actor, TurfId turfId, Holders holders) {
        actor.must(Permission.CUT_TURF);
        if (holders.members().size() + holders.teams().size() > MOST)
            throw new Problem.Invalid("holders", "problem.at-most", MOST);
        turfs.here(actor.organization(), turfId);
        store.lock(actor.organization(), turfId);
        if (!store.areHere(actor.organization(), holders)) throw new Problem.Invalid("holders", "problem.turf-holders");
        var before = store.of(actor.organization(), List.of(turfId)).getOrDefault(turfId, Holders.NOBODY);
        if (before.equals(holders)) return;
        store.replace(actor.organization(), turfId, holders, clock.instant());
        var what = Optional.of(turfId.value());
        // Without names: the log is kept longer than people stay.
        if (holders.isNobody()) audit.add(actor, "turf.taken-back", "turf", what, "");
        else
            audit.add(
                    actor,
                    "turf.given",
                    "turf",
                    what,
                    holders.members().size() + " members, " + holders.teams().size() + " teams");
    }

    @Transactional(readOnly = true)
    public Holders of(Actor actor, TurfId turfId) {
        return of(actor, List.of(turfId)).getOrDefault(turfId, Holders.NOBODY);
    }

    /** Of those that are given to anybody; two queries. */
    @Transactional(readOnly = true)
    public Map<TurfId, Holders> of(Actor actor, Collection<TurfId> which) {
        actor.must(Permission.SEE_PEOPLE);
        return store.of(actor.organization(), which);
    }

    /** What a member has: what they own, what is given to them, and what is given to a team of theirs; by name, at most 200. */
    @Transactional(readOnly = true)
    public List<Turf> mine(Actor.Member actor) {
        return store.mine(actor.organization(), actor.memberId(), MOST);
    }

    /** Whether they have any; by key. */
    @Transactional(readOnly = true)
    public boolean hasAny(Actor.Member actor) {
        return store.hasAny(actor.organization(), actor.memberId());
    }

    /** Numbers of a turf that the member has, without its people. @throws Problem.Missing for one that they have not */
    @Transactional(readOnly = true)
    public TurfCount counted(Actor.Member actor, TurfId turfId) {
        if (mine(actor).stream().noneMatch(turf -> turf.turfId().equals(turfId)))
            throw new Problem.Missing("turf", turfId);
        return turfs.counted(new Actor.System(actor.organization()), turfId);
    }

    /** Without roles, for who hands out: each of these turfs' members, those of its teams included; nobody who is suspended. */
    @Transactional(readOnly = true)
    public List<MemberId> whoTexts(OrganizationId organizationId, TurfId turfId) {
        return store.members(organizationId, turfId);
    }
}
