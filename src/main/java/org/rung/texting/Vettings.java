package org.rung.texting;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Members;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * New texters across all campaigns, whose first texts somebody looks at before they get more: let go, talked to, or looked at
 * once more. Nobody waits where the organization has no {@link Reviews#rule rule}.
 */
@Service
public class Vettings {
    private static final Duration LATELY = Duration.ofDays(14);

    private final VettingStore store;
    private final ReviewStore reviews;
    private final Members members;
    private final AuditLog audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Vettings(
            VettingStore store,
            ReviewStore reviews,
            Members members,
            AuditLog audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.reviews = reviews;
        this.members = members;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /** Who waits longest first. */
    @Transactional(readOnly = true)
    public List<NewTexter> waiting(Actor actor, int most) {
        actor.must(Permission.ASSIGN);
        return reviews.rule(actor.organization())
                .map(rule -> store.waiting(actor.organization(), rule, most))
                .orElse(List.of());
    }

    /** How many wait; without roles, for the number beside the menu. */
    @Transactional(readOnly = true)
    public int count(OrganizationId organizationId) {
        return reviews.rule(organizationId)
                .map(rule -> store.count(organizationId, rule))
                .orElse(0);
    }

    /** Whom somebody let go in the last fourteen days, the latest first. */
    @Transactional(readOnly = true)
    public List<FreedTexter> freed(Actor actor, int most) {
        actor.must(Permission.ASSIGN);
        return store.freed(actor.organization(), clock.instant().minus(LATELY), most);
    }

    /**
     * They may send as many first texts again as the rule says, and then wait once more.
     *
     * @throws Problem.Conflict where there is no rule any more, or they were let go meanwhile
     */
    @Transactional
    public void lookAtMore(Actor actor, MemberId texter) {
        actor.must(Permission.ASSIGN);
        members.get(actor, texter);
        int rule = rule(actor.organization());
        if (reviews.isFree(texter)) throw new Problem.Conflict("problem.texter-free");
        moreFrom(actor, texter, rule);
        audit.add(actor, "texter.more-to-review", "member", Optional.of(texter.value()), "");
        changed(actor, texter);
    }

    /** Somebody who was let go waits again, once they have sent as many more as the rule says. Twice is no fault. */
    @Transactional
    public void holdAgain(Actor actor, MemberId texter) {
        actor.must(Permission.ASSIGN);
        members.get(actor, texter);
        int rule = rule(actor.organization());
        if (!store.holdAgain(actor.organization(), texter)) return;
        moreFrom(actor, texter, rule);
        audit.add(actor, "texter.review-again", "member", Optional.of(texter.value()), "");
        changed(actor, texter);
    }

    /** Somebody talked to them about what they sent; they go on waiting. */
    @Transactional
    public void talked(Actor actor, MemberId texter) {
        actor.must(Permission.ASSIGN);
        members.get(actor, texter);
        int rule = rule(actor.organization());
        store.talked(actor, texter, store.bound(actor.organization(), texter, rule), clock.instant());
        changed(actor, texter);
    }

    private void moreFrom(Actor actor, MemberId texter, int rule) {
        store.bound(actor, texter, reviews.sent(texter) + rule, clock.instant());
    }

    private int rule(OrganizationId organizationId) {
        return reviews.rule(organizationId).orElseThrow(() -> new Problem.Conflict("problem.no-review-rule"));
    }

    private void changed(Actor actor, MemberId texter) {
        announce.publishEvent(new ConversationChanged(actor.organization(), Optional.empty(), Optional.of(texter)));
    }
}
