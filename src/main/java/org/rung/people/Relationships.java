package org.rung.people;

import java.time.Clock;
import java.util.List;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who knows whom. */
@Service
public class Relationships {
    private final RelationshipStore store;
    private final SupporterStore supporters;
    private final Clock clock;

    Relationships(RelationshipStore store, SupporterStore supporters, Clock clock) {
        this.store = store;
        this.supporters = supporters;
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
    }

    /** Takes back what one said oneself. */
    @Transactional
    public void forget(Actor.Member actor, SupporterId supporterId) {
        store.remove(actor.organization(), supporterId, actor.memberId());
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
