package org.rung.cast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.rung.common.PhoneNumber;
import org.rung.common.Sentence;
import org.rung.senders.Handover;
import org.rung.senders.Outcome;
import org.rung.senders.Provider;
import org.rung.senders.SenderKeys;
import org.rung.senders.Sighting;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The provider of the tests: takes every text unless told otherwise for a number, and knows what it took. */
public class Airwaves implements Provider {
    private final AtomicLong next = new AtomicLong();
    private final Queue<Handover> calls = new ConcurrentLinkedQueue<>();
    private final Map<String, Sighting> taken = new ConcurrentHashMap<>();
    private final Map<PhoneNumber, Function<Handover, Outcome>> tempers = new ConcurrentHashMap<>();
    private final Map<PhoneNumber, Function<Handover, Optional<List<Sighting>>>> lists = new ConcurrentHashMap<>();
    private final AtomicReference<Function<Handover, Outcome>> usual = new AtomicReference<>(this::take);

    @Override
    public Outcome send(Handover text) {
        assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                .as("a transaction is open while the provider is called")
                .isFalse();
        calls.add(text);
        return tempers.getOrDefault(text.to(), usual.get()).apply(text);
    }

    /** As {@link #send} does by default; a temper may take a text and still answer something else. */
    public Outcome take(Handover text) {
        String id = "SM" + System.identityHashCode(this) + "-" + next.incrementAndGet();
        taken.put(id, new Sighting(id, text.to().text() + "|" + text.body()));
        return new Outcome.Accepted(id);
    }

    @Override
    public Optional<List<Sighting>> find(Handover text) {
        assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                .as("a transaction is open while the provider is asked")
                .isFalse();
        return lists.getOrDefault(text.to(), this::listed).apply(text);
    }

    /** All that was taken for the number. */
    public Optional<List<Sighting>> listed(Handover text) {
        String mark = text.to().text() + "|";
        return Optional.of(taken.values().stream()
                .filter(sighting -> sighting.body().startsWith(mark))
                .map(sighting ->
                        new Sighting(sighting.providerId(), sighting.body().substring(mark.length())))
                .toList());
    }

    @Override
    public Optional<Sentence> trouble(SenderKeys keys) {
        return Optional.empty();
    }

    public void when(PhoneNumber phone, Function<Handover, Outcome> temper) {
        tempers.put(phone, temper);
    }

    /** What it answers when it is asked about this number; empty: nothing. */
    public void lists(PhoneNumber phone, Function<Handover, Optional<List<Sighting>>> answer) {
        lists.put(phone, answer);
    }

    /** What happens to every number that nothing else was said of. */
    public void otherwise(Function<Handover, Outcome> temper) {
        usual.set(temper);
    }

    public void asUsual(PhoneNumber phone) {
        tempers.remove(phone);
    }

    public List<Handover> callsTo(PhoneNumber phone) {
        return calls.stream().filter(call -> call.to().equals(phone)).toList();
    }
}
