package org.rung.watching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rung.common.OrganizationId;
import org.rung.messaging.MessageState;
import org.rung.messaging.TextHandedOver;
import org.rung.messaging.TextReported;
import org.rung.senders.SenderId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What became of texts, added up in memory once it is stored and written down every few seconds: a text costs no
 * statement, and a page about a million of them reads some hundred rows.
 */
@Component
class DeliveryCounts {
    private final CountStore store;
    private final ApplicationEventPublisher announcements;
    private final Clock clock;
    private Map<Count.Key, Count> unsaved = new TreeMap<>();

    DeliveryCounts(CountStore store, ApplicationEventPublisher announcements, Clock clock) {
        this.store = store;
        this.announcements = announcements;
        this.clock = clock;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void handedOver(TextHandedOver text) {
        add(
                text.organizationId(),
                text.sender(),
                text.state(),
                text.errorCode(),
                text.segments(),
                Optional.empty(),
                text.happenedAt());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void reported(TextReported text) {
        // That a provider has it was said when it was handed over.
        if (text.state() != MessageState.SENT) {
            text.sender()
                    .ifPresent(sender -> add(
                            text.organizationId(),
                            sender,
                            text.state(),
                            text.errorCode(),
                            0,
                            text.lag(),
                            text.happenedAt()));
        }
    }

    private synchronized void add(
            OrganizationId organizationId,
            SenderId sender,
            MessageState state,
            Optional<String> code,
            int segments,
            Optional<Duration> lag,
            Instant at) {
        Became what = Became.of(state);
        long millis = lag.map(since -> Math.max(0, since.toMillis())).orElse(0L);
        for (Span span : what == Became.SENT ? Span.values() : new Span[] {Span.HOUR}) {
            var key = new Count.Key(organizationId, sender, span, at.truncatedTo(span.unit), what, code.orElse(""));
            unsaved.merge(key, new Count(key, 1, segments, millis), Count::and);
        }
    }

    /** Writes down what was added up since; what cannot be written waits for the next time. */
    @Transactional
    public void save() {
        List<Count> all = take();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                // The statement may have gone well and the commit not: a cluster looks for conflicts only then.
                if (status == STATUS_ROLLED_BACK) giveBack(all);
            }
        });
        store.add(all);
        Set<OrganizationId> organizations =
                all.stream().map(count -> count.key().organizationId()).collect(Collectors.toSet());
        if (!organizations.isEmpty()) {
            announcements.publishEvent(new DeliveriesCounted(organizations));
        }
    }

    /** Drops what nobody asks for any more. */
    @Transactional
    public void forget() {
        for (Span span : Span.values()) {
            store.forget(span, clock.instant().minus(span.kept));
        }
    }

    private synchronized List<Count> take() {
        var all = new ArrayList<>(unsaved.values());
        unsaved = new TreeMap<>();
        return all;
    }

    private synchronized void giveBack(List<Count> all) {
        all.forEach(count -> unsaved.merge(count.key(), count, Count::and));
    }
}
