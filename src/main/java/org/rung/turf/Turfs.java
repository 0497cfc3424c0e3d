package org.rung.turf;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Record1;
import org.jooq.Select;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.filters.Filters;
import org.rung.filters.SupporterFilter;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which supporters are whose to talk to. */
@Service
public class Turfs {
    static final int LONGEST_NAME = 120;

    private final TurfStore store;
    private final TurfPeopleStore people;
    private final Filters filters;
    private final AuditLog audit;
    private final Clock clock;

    Turfs(TurfStore store, TurfPeopleStore people, Filters filters, AuditLog audit, Clock clock) {
        this.store = store;
        this.people = people;
        this.filters = filters;
        this.audit = audit;
        this.clock = clock;
    }

    /** Also a retired one: campaigns remember theirs. @throws Problem.Missing also for a turf of another organization */
    @Transactional(readOnly = true)
    public Turf get(Actor actor, TurfId turfId) {
        actor.must(Permission.SEE_PEOPLE);
        return here(actor.organization(), turfId);
    }

    /** By name, without the retired ones; at most 1,000. */
    @Transactional(readOnly = true)
    public List<Turf> all(Actor actor) {
        actor.must(Permission.SEE_PEOPLE);
        return store.all(actor.organization());
    }

    /**
     * A saved filter: whoever matches when it is asked is in it. Belongs to whoever cut it.
     *
     * @throws Problem.Invalid for a filter that cannot be understood
     */
    @Transactional
    public TurfId cut(Actor actor, String name, SupporterFilter filter) {
        actor.must(Permission.CUT_TURF);
        filters.mustBeOpenTo(actor, filter);
        people.matching(actor.organization(), filter);
        return add(actor, name, TurfKind.FILTER, filter);
    }

    /** A list frozen now. Ids of other organizations are passed over; one that is left must be somebody. */
    @Transactional
    public TurfId list(Actor actor, String name, Collection<SupporterId> supporters) {
        actor.must(Permission.CUT_TURF);
        var turfId = add(actor, name, TurfKind.LIST, SupporterFilter.EVERYONE);
        if (people.freeze(actor.organization(), turfId, supporters) == 0) throw nobody();
        return turfId;
    }

    /** A list of everyone who matches now, frozen. */
    @Transactional
    public TurfId freeze(Actor actor, String name, SupporterFilter filter) {
        actor.must(Permission.CUT_TURF);
        filters.mustBeOpenTo(actor, filter);
        var turfId = add(actor, name, TurfKind.LIST, filter);
        if (people.freeze(actor.organization(), turfId, filter) == 0) throw nobody();
        return turfId;
    }

    /** A list that is empty, for whoever fills it a batch at a time. */
    @Transactional
    public TurfId empty(Actor actor, String name) {
        actor.must(Permission.CUT_TURF);
        return add(actor, name, TurfKind.LIST, SupporterFilter.EVERYONE);
    }

    /**
     * Puts people on a frozen list; ids of other organizations are passed over.
     *
     * @throws Problem.Conflict for a live turf, which nobody can be put into
     */
    @Transactional
    public void put(Actor actor, TurfId turfId, Collection<SupporterId> supporters) {
        mustBeList(actor, turfId);
        if (!supporters.isEmpty()) people.join(actor.organization(), turfId, supporters);
    }

    /** Takes people off a frozen list. */
    @Transactional
    public void take(Actor actor, TurfId turfId, Collection<SupporterId> supporters) {
        mustBeList(actor, turfId);
        if (!supporters.isEmpty()) people.leave(actor.organization(), turfId, supporters);
    }

    private void mustBeList(Actor actor, TurfId turfId) {
        actor.must(Permission.CUT_TURF);
        if (here(actor.organization(), turfId).kind() != TurfKind.LIST) throw new Problem.Conflict("problem.turf-live");
    }

    @Transactional
    public void rename(Actor actor, TurfId turfId, String name) {
        actor.must(Permission.CUT_TURF);
        if (!store.rename(actor.organization(), turfId, named(name), clock.instant())) throw missing(turfId);
    }

    /** Another filter for a turf that is one. Campaigns that froze it keep whom they have. */
    @Transactional
    public void recut(Actor actor, TurfId turfId, SupporterFilter filter) {
        actor.must(Permission.CUT_TURF);
        filters.mustBeOpenTo(actor, filter);
        people.matching(actor.organization(), filter);
        if (here(actor.organization(), turfId).kind() == TurfKind.LIST) {
            throw new Problem.Conflict("problem.turf-frozen");
        }
        if (!store.recut(actor.organization(), turfId, filter, clock.instant())) throw missing(turfId);
    }

    /** Makes someone its owner, or nobody. */
    @Transactional
    public void give(Actor actor, TurfId turfId, Optional<MemberId> owner) {
        actor.must(Permission.CUT_TURF);
        owner.filter(member -> !store.isHere(actor.organization(), member)).ifPresent(member -> {
            throw new Problem.Missing("member", member);
        });
        var before = here(actor.organization(), turfId).owner();
        if (!store.give(actor.organization(), turfId, owner, clock.instant())) throw missing(turfId);
        if (before.equals(owner)) return;
        audit.add(
                actor,
                "turf.owner-set",
                "turf",
                Optional.of(turfId.value()),
                owner.map(MemberId::text).orElse(""));
    }

    /** Takes it off the lists; campaigns that use it go on. */
    @Transactional
    public void retire(Actor actor, TurfId turfId) {
        actor.must(Permission.CUT_TURF);
        if (!store.retire(actor.organization(), turfId, clock.instant())) throw missing(turfId);
    }

    /** How many people match. */
    @Transactional(readOnly = true)
    public long count(Actor actor, SupporterFilter filter) {
        actor.must(Permission.SEE_PEOPLE);
        filters.mustBeOpenTo(actor, filter);
        return people.count(people.matching(actor.organization(), filter));
    }

    /**
     * How many different numbers could be texted first now: opted in, not on the do-not-text list, and not known to be
     * unreachable. Exact, and slow for many.
     */
    @Transactional(readOnly = true)
    public long textable(Actor actor, TurfId turfId) {
        return textable(actor, turfId, Optional.empty());
    }

    /** As the other one, without those who are kept out of that occasion, such as a campaign. */
    @Transactional(readOnly = true)
    public long textable(Actor actor, TurfId turfId, Optional<Long> occasion) {
        actor.must(Permission.SEE_PEOPLE);
        var organization = actor.organization();
        return people.textable(organization, people.of(organization, here(organization, turfId)), occasion);
    }

    /** As the other one, where of those who live together one is texted. */
    @Transactional(readOnly = true)
    public long textableHouseholds(Actor actor, TurfId turfId, Optional<Long> occasion) {
        actor.must(Permission.SEE_PEOPLE);
        var organization = actor.organization();
        return people.textableHouseholds(organization, people.of(organization, here(organization, turfId)), occasion);
    }

    /** People and textable numbers of a filter that is not saved yet; two queries. */
    @Transactional(readOnly = true)
    public TurfCount counted(Actor actor, SupporterFilter filter) {
        actor.must(Permission.SEE_PEOPLE);
        filters.mustBeOpenTo(actor, filter);
        return counted(actor.organization(), people.matching(actor.organization(), filter));
    }

    /**
     * People and textable numbers of a turf; three queries.
     *
     * @throws Problem.Invalid for a live one whose filter names what is gone
     */
    @Transactional(readOnly = true)
    public TurfCount counted(Actor actor, TurfId turfId) {
        actor.must(Permission.SEE_PEOPLE);
        var turf = here(actor.organization(), turfId);
        if (turf.kind() == TurfKind.FILTER) return counted(actor, turf.filter());
        return counted(actor.organization(), people.of(actor.organization(), turf));
    }

    /** Without roles: the lists that were divided from it and are given to anybody, the latest first. */
    @Transactional(readOnly = true)
    public List<TurfId> listsFrom(OrganizationId organizationId, TurfId turfId) {
        return store.givenParts(organizationId, turfId);
    }

    /** For set-based statements of other rooms' stores: select supporter_id of everyone in it; of nobody when its filter names what is gone. */
    @Transactional(readOnly = true)
    public Select<Record1<SupporterId>> supporters(OrganizationId organizationId, TurfId turfId) {
        return people.of(organizationId, here(organizationId, turfId));
    }

    private TurfCount counted(OrganizationId organization, Select<Record1<SupporterId>> who) {
        return new TurfCount(people.count(who), people.textable(organization, who, TurfCount.MOST));
    }

    TurfId add(Actor actor, String name, TurfKind kind, SupporterFilter filter) {
        var turf = new Turf(new TurfId(Id.next()), named(name), kind, filter, actor.member(), clock.instant());
        store.add(actor.organization(), turf);
        return turf.turfId();
    }

    /** It was divided from that one. */
    void isPartOf(OrganizationId organization, TurfId part, TurfId whole) {
        store.isPartOf(organization, part, whole);
    }

    Turf here(OrganizationId organization, TurfId turfId) {
        return store.get(organization, turfId).orElseThrow(() -> missing(turfId));
    }

    private static String named(String name) {
        var plain = name.strip();
        if (plain.isEmpty() || plain.codePointCount(0, plain.length()) > LONGEST_NAME) {
            throw new Problem.Invalid("name", "problem.length", 1, 120);
        }
        return plain;
    }

    private static Problem.Missing missing(TurfId turfId) {
        return new Problem.Missing("turf", turfId);
    }

    private static Problem.Invalid nobody() {
        return new Problem.Invalid("supporters", "problem.turf-empty");
    }
}
