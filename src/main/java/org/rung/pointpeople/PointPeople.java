package org.rung.pointpeople;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.filters.Filters;
import org.rung.filters.SupporterFilter;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who knows whom best. Each supporter has one point person, or none. */
@Service
public class PointPeople {
    private static final int AT_ONCE = 5_000;

    private final PointStore store;
    private final Supporters supporters;
    private final Members members;
    private final Filters filters;
    private final AuditLog audit;
    private final Clock clock;

    PointPeople(
            PointStore store, Supporters supporters, Members members, Filters filters, AuditLog audit, Clock clock) {
        this.store = store;
        this.supporters = supporters;
        this.members = members;
        this.filters = filters;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem.Missing when the supporter is not of this organization */
    @Transactional(readOnly = true)
    public Optional<Member> of(Actor actor, SupporterId supporterId) {
        actor.must(Permission.SEE_PEOPLE);
        supporters.mustBeOurs(actor.organization(), supporterId);
        return Optional.ofNullable(
                        of(actor.organization(), List.of(supporterId)).get(supporterId))
                .flatMap(member -> members.find(actor, member));
    }

    /** For rooms above, which know who may see it; whoever has none is not in it. Nobody who is suspended. */
    @Transactional(readOnly = true)
    public Map<SupporterId, MemberId> of(OrganizationId organizationId, Collection<SupporterId> people) {
        return people.isEmpty() ? Map.of() : store.of(organizationId, people);
    }

    /**
     * Nobody for an empty member.
     *
     * @throws Problem.Invalid for a member who is not here or is suspended
     */
    @Transactional
    public void put(Actor actor, SupporterId supporterId, Optional<MemberId> member) {
        actor.must(Permission.EDIT_PEOPLE);
        supporters.mustBeOurs(actor.organization(), supporterId);
        member.ifPresent(one -> mustWork(actor, one));
        store.put(actor.organization(), List.of(supporterId), member, now());
        audit.add(
                actor,
                "point.changed",
                "supporter",
                Optional.of(supporterId.value()),
                member.map(MemberId::text).orElse(""));
    }

    /**
     * The chosen ones, or with nobody chosen all whom the filter matches now, a few thousand at a time.
     *
     * @return how many they are
     * @throws Problem.Invalid for a filter that cannot be understood, or a member who is not here or is suspended
     */
    @Transactional
    public int putAll(Actor actor, SupporterFilter filter, Set<SupporterId> chosen, Optional<MemberId> member) {
        actor.must(Permission.SEE_PEOPLE);
        actor.must(Permission.EDIT_PEOPLE);
        filters.mustBeOpenTo(actor, filter);
        member.ifPresent(one -> mustWork(actor, one));
        Instant now = now();
        int done = 0;
        if (chosen.isEmpty()) {
            SupporterId after = new SupporterId(0);
            List<SupporterId> next;
            do {
                next = store.next(actor.organization(), filter, after, AT_ONCE);
                if (!next.isEmpty()) {
                    store.put(actor.organization(), next, member, now);
                    after = next.getLast();
                    done += next.size();
                }
            } while (next.size() == AT_ONCE);
        } else {
            List<SupporterId> ours = new ArrayList<>(supporters.ours(actor.organization(), chosen));
            for (int from = 0; from < ours.size(); from += AT_ONCE) {
                store.put(actor.organization(), ours.subList(from, Math.min(from + AT_ONCE, ours.size())), member, now);
            }
            done = ours.size();
        }
        audit.add(actor, "point.many-changed", "member", member.map(MemberId::value), done + " supporters");
        return done;
    }

    private void mustWork(Actor actor, MemberId member) {
        if (members.find(actor, member)
                .filter(one -> one.suspendedAt().isEmpty())
                .isEmpty()) {
            throw new Problem.Invalid("member", "problem.point-member");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
