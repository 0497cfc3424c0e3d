package org.rung.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.rung.senders.Breakers;
import org.rung.senders.Provider;
import org.rung.senders.ProviderAccount;
import org.rung.senders.SenderId;
import org.rung.senders.SenderKeys;
import org.rung.senders.Senders;
import org.rung.senders.Sighting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks providers what became of texts, some at once, since each answer may take as long as their patience. One that is
 * silent is asked about a single text; only if it answers that, about the others too.
 */
@Component
class LookUps {
    private static final Logger LOG = LoggerFactory.getLogger(LookUps.class);
    private static final int AT_ONCE = 20;

    /** What a provider has for a number around the time of a text; empty when it could not be asked. */
    interface Hearing extends BiConsumer<Doubt, Optional<List<Sighting>>> {}

    private record Asking(Doubt doubt, SenderKeys keys) {}

    private final Senders senders;
    private final Provider provider;
    private final Breakers breakers;

    LookUps(Senders senders, Provider provider, Breakers breakers) {
        this.senders = senders;
        this.provider = provider;
        this.breakers = breakers;
    }

    /** Each is heard on a thread of its own, outside of any transaction; returns when all have been. */
    void about(List<Doubt> doubts, Hearing hearing) {
        if (doubts.isEmpty()) {
            return;
        }
        Map<SenderId, SenderKeys> keys =
                senders.keys(doubts.stream().map(Doubt::sender).collect(Collectors.toSet()));
        doubts.stream()
                .filter(doubt -> !keys.containsKey(doubt.sender()))
                .forEach(doubt -> hear(doubt, Optional.empty(), hearing));
        Map<Optional<ProviderAccount>, List<Asking>> askings = doubts.stream()
                .flatMap(doubt ->
                        Optional.ofNullable(keys.get(doubt.sender())).stream().map(from -> new Asking(doubt, from)))
                .collect(Collectors.groupingBy(
                        asking -> breakers.silence(asking.doubt().sender())));
        try (ExecutorService calls = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofVirtual().name("look-up-", 0).factory())) {
            askings.forEach((silent, all) -> {
                List<Asking> left = silent.isPresent() ? afterTheFirst(all, hearing) : all;
                left.forEach(asking -> calls.execute(() -> ask(asking, hearing)));
            });
        }
    }

    /** Those that may be asked about, too. */
    private List<Asking> afterTheFirst(List<Asking> all, Hearing hearing) {
        List<Asking> others = all.subList(1, all.size());
        if (ask(all.getFirst(), hearing)) {
            return others;
        }
        others.forEach(other -> hear(other.doubt(), Optional.empty(), hearing));
        return List.of();
    }

    /** False where no answer came. */
    private boolean ask(Asking asking, Hearing hearing) {
        Optional<List<Sighting>> answer = Optional.empty();
        try {
            answer = provider.find(asking.doubt().lookedUpWith(asking.keys()));
        } catch (RuntimeException broken) {
            LOG.error("Looking up text {} broke off", asking.doubt().messageId(), broken);
        }
        hear(asking.doubt(), answer, hearing);
        return answer.isPresent();
    }

    /** What cannot be written down of one text is looked up again, and costs the others nothing. */
    private static void hear(Doubt doubt, Optional<List<Sighting>> answer, Hearing hearing) {
        try {
            hearing.accept(doubt, answer);
        } catch (RuntimeException broken) {
            LOG.warn("What a look-up says of text {} was not stored", doubt.messageId(), broken);
        }
    }
}
