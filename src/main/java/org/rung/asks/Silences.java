package org.rung.asks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rung.common.OrganizationId;
import org.rung.ladder.LadderId;
import org.rung.ladder.LadderKind;
import org.rung.ladder.Ladders;
import org.rung.ladder.Rests;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of asks that nobody answers. */
@Service
class Silences {
    private static final Duration SILENCE = Duration.ofDays(7);
    private static final Duration TWO_SILENCES = Duration.ofDays(120);

    /** As long as a rest: an answer that nobody wrote down by then keeps no other ask away. */
    private static final Duration LAPSE = Asks.REST;

    private final SilenceStore store;
    private final AskingStore askings;
    private final Rests rests;
    private final Ladders ladders;
    private final Clock clock;

    Silences(SilenceStore store, AskingStore askings, Rests rests, Ladders ladders, Clock clock) {
        this.store = store;
        this.askings = askings;
        this.rests = rests;
        this.ladders = ladders;
        this.clock = clock;
    }

    /**
     * Turns a batch of old open asks into silence, where nothing came back since; false when there are none left. What
     * never reached a phone was never asked. Whoever wrote back waits for a yes or a no, for a month.
     */
    @Transactional
    boolean hear(int batch) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.forgetUnsent(now.minus(SILENCE));
        List<SilenceStore.Silence> silent = store.unanswered(now.minus(SILENCE), batch);
        silent.stream()
                .collect(Collectors.groupingBy(SilenceStore.Silence::organizationId))
                .forEach((organizationId, theirs) -> {
                    askings.settle(
                            organizationId,
                            theirs.stream().map(SilenceStore.Silence::askingId).toList(),
                            AskOutcome.SILENT,
                            now);
                    restIfSilentTwice(
                            organizationId,
                            ladders.of(organizationId, LadderKind.COMMITMENT).ladderId(),
                            theirs.stream()
                                    .map(SilenceStore.Silence::supporterId)
                                    .collect(Collectors.toSet()),
                            now);
                });
        store.lapse(now.minus(LAPSE), now);
        return silent.size() == batch;
    }

    void restIfSilentTwice(
            OrganizationId organizationId, LadderId ladderId, Collection<SupporterId> supporters, Instant now) {
        Set<SupporterId> silent = store.silentTwice(organizationId, supporters, now.minus(TWO_SILENCES));
        if (!silent.isEmpty()) {
            rests.until(organizationId, ladderId, silent, now.plus(Asks.REST));
        }
    }
}
