package org.rung.payments;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Where the provider's books and ours differ, for whoever settles it. */
@Service
public class Gaps {
    private final GapStore gaps;
    private final PaymentAccountStore accounts;
    private final AuditLog audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Gaps(GapStore gaps, PaymentAccountStore accounts, AuditLog audit, ApplicationEventPublisher announce, Clock clock) {
        this.gaps = gaps;
        this.accounts = accounts;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /** When both books were compared last. */
    public Optional<Instant> comparedAt(Actor actor) {
        actor.must(Permission.SEE_GIVING);
        return accounts.of(actor.organization()).flatMap(PaymentAccount::comparedAt);
    }

    /** The latest found first: open ones, or those that were mended or settled. */
    public Page<PaymentGap> page(Actor actor, boolean open, Page.Wanted wanted) {
        actor.must(Permission.SEE_GIVING);
        List<PaymentGap> rows = gaps.page(
                actor.organization(),
                open,
                wanted.after().map(text -> new PaymentGapId(Id.parse("after", text))),
                wanted.size() + 1);
        if (rows.size() <= wanted.size()) return new Page<>(rows, Optional.empty());
        List<PaymentGap> shown = rows.subList(0, wanted.size());
        return new Page<>(shown, Optional.of(shown.getLast().paymentGapId().text()));
    }

    /** Somebody has looked and knows why; the same difference is not told again, another one is. */
    public void settle(Actor actor, PaymentGapId id) {
        actor.must(Permission.SEE_GIVING);
        if (!gaps.settle(actor.organization(), id, actor.member(), clock.instant())) return;
        audit.add(actor, "payment-gap.settled", "payment gap", Optional.of(id.value()), "");
        announce.publishEvent(new OnlineMoved(actor.organization()));
    }
}
