package org.rung.senders;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.common.Sentence;
import org.rung.notices.Notices;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A second sender that takes over while the first cannot send. */
@Service
public class Failovers {
    private static final String NOTICE = "failed-over";

    private final FailoverStore store;
    private final SenderStore senders;
    private final Notices notices;
    private final AuditLog audit;
    private final Clock clock;

    Failovers(FailoverStore store, SenderStore senders, Notices notices, AuditLog audit, Clock clock) {
        this.store = store;
        this.senders = senders;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Failover> get(Actor actor) {
        actor.must(Permission.ADMINISTER);
        return store.get(actor.organization());
    }

    /** Empty: texts wait for their own sender, however long. */
    @Transactional
    public void change(Actor actor, Optional<Failover> failover) {
        actor.must(Permission.ADMINISTER);
        failover.ifPresentOrElse(
                second -> {
                    if (senders.find(actor.organization(), second.senderId()).isEmpty()) {
                        throw new Problem.Missing("sender", second.senderId());
                    }
                    store.set(actor.organization(), second);
                },
                () -> store.remove(actor.organization()));
        audit.add(
                actor,
                "sender.failover-changed",
                "sender",
                failover.map(second -> second.senderId().value()),
                "");
    }

    /** Without roles, for messaging: for whom another sender takes over now. */
    @Transactional(readOnly = true)
    public List<TakeOver> due() {
        return store.due(clock.instant()).stream()
                .flatMap(pair -> senders
                        .find(pair.organizationId(), pair.from())
                        .flatMap(from -> senders.find(pair.organizationId(), pair.to())
                                .map(to -> new TakeOver(pair.organizationId(), from, to)))
                        .stream())
                .toList();
    }

    /** Texts have moved; told and logged once until the first sender is back. */
    @Transactional
    public void tookOver(TakeOver taken) {
        boolean news = notices.tell(
                taken.organizationId(),
                NOTICE,
                taken.from().senderId().text(),
                Sentence.of(
                        "senders.notice.failedOver",
                        SenderTroubles.name(taken.from()),
                        SenderTroubles.name(taken.to())),
                Optional.of(SendersPaths.SENDERS));
        if (news) {
            audit.add(
                    new Actor.System(taken.organizationId()),
                    "sender.failed-over",
                    "sender",
                    Optional.of(taken.from().senderId().value()),
                    SenderTroubles.name(taken.from()) + " → " + SenderTroubles.name(taken.to()));
        }
    }

    @EventListener
    void opened(SenderOpened sender) {
        notices.over(sender.organizationId(), NOTICE, sender.senderId().text());
    }

    @EventListener
    void changed(ProviderChanged provider) {
        if (provider.state() == BreakerState.CLOSED) {
            senders.answered(provider.gateway()).forEach((sender, here) -> notices.over(here, NOTICE, sender.text()));
        }
    }
}
