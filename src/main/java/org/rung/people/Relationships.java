package org.rung.people;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who knows whom. */
@Service
public class Relationships {
    private final RelationshipStore store;
    private final SupporterStore supporters;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Relationships(RelationshipStore store, SupporterStore supporters, ApplicationEventPublisher announce, Clock clock) {
        this.store = store;
        this.supporters = supporters;
        this.announce = announce;
        this.clock = clock;
    }

    /** "I know this person": once per member; saying it again changes what was said. strength is 1 to 5. */
    @Transactional
    public void know(
            Actor.Member actor, SupporterId supporterId, RelationshipKind kind, int strength, Visibility visibility) {
        actor.must(Permission.SEE_PEOPLE);
        if (strength < 1 || strength > 5) throw new Problem.Invalid("strength", "problem.from-to", 1, 5);
        if (!supporters.has(actor.organization(), supporterId)) throw new Problem.Missing("supporter", supporterId);
        store.put(actor.organization(), supporterId, actor.memberId(), kind, strength, visibility, clock.instant());
        announce.publishEvent(new Acquainted(actor.organization(), List.of(supporterId)));
    }

    /**
     * As {@link #know}, without more than that they do; what they said before stays. Without roles: for a room whose
     * members reach the supporter in another way.
     */
    @Transactional
    public void saysToKnow(OrganizationId organizationId, MemberId memberId, SupporterId supporterId) {
        store.say(organizationId, supporterId, memberId, clock.instant());
        announce.publishEvent(new Acquainted(organizationId, List.of(supporterId)));
    }

    /** Whether this member said so, or has them among their contacts. Without roles, as {@link #saysToKnow}. */
    @Transactional(readOnly = true)
    public boolean knows(OrganizationId organizationId, MemberId memberId, SupporterId supporterId) {
        return store.knows(organizationId, supporterId, memberId);
    }

    /** Takes back what one said oneself. */
    @Transactional
    public void forget(Actor.Member actor, SupporterId supporterId) {
        store.remove(actor.organization(), supporterId, actor.memberId());
        announce.publishEvent(new AcquaintanceForgotten(actor.organization(), actor.memberId(), List.of(supporterId)));
    }

    /**
     * Without roles: for the room that keeps members' contacts. What a member said of someone stays as they said it; that
     * others may see it is added, never taken back.
     */
    @Transactional
    public void met(OrganizationId organizationId, Collection<Met> met, Visibility visibility) {
        if (met.isEmpty()) return;
        store.meet(organizationId, met, visibility, clock.instant());
        announce.publishEvent(new Acquainted(
                organizationId, met.stream().map(Met::supporterId).distinct().toList()));
    }

    /** Undoes {@link #met}; what the member said themselves stays. */
    @Transactional
    public void unmet(OrganizationId organizationId, MemberId memberId, Collection<SupporterId> supporters) {
        if (supporters.isEmpty()) return;
        store.unmeet(organizationId, memberId, supporters);
        announce.publishEvent(new AcquaintanceForgotten(organizationId, memberId, List.copyOf(supporters)));
    }

    /** Of someone who is not here any more: whom they had among their contacts without telling the organization. */
    @Transactional
    public void unmetPrivately(OrganizationId organizationId, MemberId memberId) {
        unmet(organizationId, memberId, store.metPrivately(organizationId, memberId));
    }

    /** Whoever knows the supporter, the closest first; what others keep to themselves is not shown. */
    @Transactional(readOnly = true)
    public List<Relationship> of(Actor actor, SupporterId supporterId) {
        actor.must(Permission.SEE_PEOPLE);
        return store.of(actor.organization(), supporterId).stream()
                .filter(each -> each.visibility() == Visibility.SHARED
                        || (actor.member().isPresent() && each.knowerMember().equals(actor.member())))
                .toList();
    }
}
