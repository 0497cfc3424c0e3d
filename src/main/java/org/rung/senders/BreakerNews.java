package org.rung.senders;

import java.util.List;
import java.util.Optional;
import org.rung.common.OrganizationId;
import org.rung.common.Sentence;
import org.rung.notices.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells everyone whose texts wait for a silent provider, once until it is over. In the transaction of the change. */
@Component
class BreakerNews {
    private static final Logger LOG = LoggerFactory.getLogger(BreakerNews.class);

    private final BreakerStore store;
    private final SenderStore senders;
    private final Notices notices;
    private final ApplicationEventPublisher announce;

    BreakerNews(BreakerStore store, SenderStore senders, Notices notices, ApplicationEventPublisher announce) {
        this.store = store;
        this.senders = senders;
        this.notices = notices;
        this.announce = announce;
    }

    void opened(Breaker before) {
        ProviderAccount whose = before.whose();
        LOG.warn("{} does not answer{}: its texts wait", whose.gateway(), of(whose));
        // Out of a ramp it is the same outage, of which everyone has heard.
        if (before.openedAt().isEmpty()) {
            store.organizations(whose).forEach(here -> tell(here, whose));
        }
        announce(whose, BreakerState.OPEN);
    }

    /** What was said of single accounts is said of all of them now. */
    void widened(List<Breaker> accounts) {
        accounts.forEach(account -> settle(account.whose()));
    }

    void answers(ProviderAccount whose) {
        LOG.info("{} answers again{}: its texts leave, ever faster", whose.gateway(), of(whose));
        announce(whose, BreakerState.RAMP);
    }

    void over(ProviderAccount whose) {
        LOG.info("{} answers as it should{}", whose.gateway(), of(whose));
        settle(whose);
        announce(whose, BreakerState.CLOSED);
    }

    private void announce(ProviderAccount whose, BreakerState state) {
        announce.publishEvent(new ProviderChanged(whose.gateway(), state));
    }

    private void tell(OrganizationId here, ProviderAccount whose) {
        Sentence provider = Sentence.of("senders.gateway." + whose.gateway());
        List<String> numbers = whose.all() ? List.of() : numbers(senders.all(here), whose);
        notices.tell(
                here,
                Breakers.NOTICE,
                subject(whose),
                numbers.isEmpty()
                        ? Sentence.of("senders.notice.down", provider)
                        : Sentence.of("senders.notice.down-some", provider, String.join(", ", numbers)),
                Optional.of(SendersPaths.SENDERS));
    }

    private void settle(ProviderAccount whose) {
        store.organizations(whose).forEach(here -> notices.over(here, Breakers.NOTICE, subject(whose)));
    }

    /** The names of this account's numbers; none where the organization has no other account there. */
    static List<String> numbers(List<Sender> all, ProviderAccount whose) {
        List<Sender> there = all.stream()
                .filter(sender -> sender.gateway() == whose.gateway())
                .toList();
        boolean others = there.stream().anyMatch(sender -> !sender.accountSid().equals(whose.sid()));
        return whose.all() || !others
                ? List.of()
                : there.stream()
                        .filter(sender -> sender.accountSid().equals(whose.sid()))
                        .map(SenderTroubles::name)
                        .toList();
    }

    private static String subject(ProviderAccount whose) {
        String name = whose.all() ? whose.gateway().name() : whose.sid();
        return name.substring(0, Math.min(40, name.length()));
    }

    /** For the log, which keeps no account's whole id. */
    private static String of(ProviderAccount whose) {
        return whose.all()
                ? ""
                : " for account …"
                        + whose.sid().substring(Math.max(0, whose.sid().length() - 6));
    }
}
