package org.rung.asks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionType;
import org.rung.actions.Evidence;
import org.rung.commitments.AskFamily;
import org.rung.commitments.AskId;
import org.rung.common.Page;
import org.rung.filters.FilterLine;
import org.rung.filters.Filters;
import org.rung.ladder.LadderStory;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

class AsksTest extends LadderStory {
    @Autowired
    Asks asks;

    @Autowired
    Silences silences;

    @Autowired
    Boards boards;

    @Autowired
    Filters filters;

    @Test
    void someone_is_ready_until_they_are_asked_and_rests_after_a_no() {
        SupporterId nia = supporter();
        assertThat(asks.next(neighbors.organizationId(), List.of(nia))).isEmpty();
        actions.record(system, Evidence.said(nia, ActionType.SIGNED, clock.instant()));
        NextAsk come = asks.next(neighbors.organizationId(), List.of(nia)).get(nia);
        assertThat(come.family()).isEqualTo(AskFamily.COME);
        assertThat(come.reason().in(Locale.US, ZoneOffset.UTC)).isEqualTo("Signed on Oct 13, 2026");
        assertThat(boards.ready(system, 0, Page.Wanted.first(10)).rows())
                .extracting(Board.Ready::supporterId)
                .containsExactly(nia);
        assertThat(boards.commitment(system, 30).ready()).isEqualTo(1);
        assertThat(found(new FilterLine("ready", "", List.of("2")))).containsExactly(nia);
        asks.asked(system, nia, come.askId(), AskOutcome.OPEN, "");
        assertThat(asks.next(neighbors.organizationId(), List.of(nia))).isEmpty();
        asks.asked(system, nia, come.askId(), AskOutcome.DECLINED, "works nights");
        clock.tick(Duration.ofDays(29));
        actions.record(system, Evidence.said(nia, ActionType.SIGNED, clock.instant()));
        assertThat(asks.next(neighbors.organizationId(), List.of(nia))).isEmpty();
        clock.tick(Duration.ofDays(2));
        assertThat(asks.next(neighbors.organizationId(), List.of(nia))).containsKey(nia);
    }

    @Test
    void a_yes_is_a_promise_and_two_silences_are_a_rest() {
        SupporterId nia = supporter();
        SupporterId sam = supporter();
        actions.recordAll(
                system,
                List.of(
                        Evidence.said(nia, ActionType.SIGNED, clock.instant()),
                        Evidence.said(sam, ActionType.SIGNED, clock.instant())));
        AskId come =
                asks.next(neighbors.organizationId(), List.of(nia)).get(nia).askId();
        asks.asked(system, nia, come, AskOutcome.ACCEPTED, "");
        assertThat(db.fetchValue(
                        "select count(*) from commitments where supporter_id = ? and state = 'PROMISED'", nia.value()))
                .isEqualTo(1L);
        clock.tick(Duration.ofDays(20));
        assertThat(asks.next(neighbors.organizationId(), List.of(nia, sam))).containsOnlyKeys(sam);
        asks.asked(system, sam, come, AskOutcome.OPEN, "");
        clock.tick(Duration.ofDays(8));
        while (silences.hear(100)) {}
        actions.record(system, Evidence.said(sam, ActionType.SHARED, clock.instant()));
        clock.tick(Duration.ofDays(7));
        assertThat(asks.next(neighbors.organizationId(), List.of(sam))).containsKey(sam);
        asks.asked(system, sam, come, AskOutcome.SILENT, "");
        clock.tick(Duration.ofDays(15));
        actions.record(system, Evidence.said(sam, ActionType.SHARED, clock.instant()));
        assertThat(asks.next(neighbors.organizationId(), List.of(sam))).isEmpty();
        clock.tick(Duration.ofDays(16));
        assertThat(asks.next(neighbors.organizationId(), List.of(sam))).containsKey(sam);
    }

    @Test
    void whoever_slips_is_asked_back_to_what_their_rung_stands_for() {
        SupporterId nia = supporter();
        SupporterId sam = supporter();
        actions.record(system, Evidence.said(nia, ActionType.RECRUITED, clock.instant()));
        actions.record(system, Evidence.verified(sam, ActionType.ATTENDED, clock.instant()));
        clock.tick(Duration.ofDays(120 + 90));
        Map<SupporterId, NextAsk> next = asks.next(neighbors.organizationId(), List.of(nia, sam));
        // The rung of whoever came runs out in 240 days, that of whoever recruited in 360.
        assertThat(next).containsOnlyKeys(sam);
        NextAsk come = next.get(sam);
        assertThat(come.back()).isTrue();
        assertThat(come.family()).isEqualTo(AskFamily.COME);
        assertThat(come.words()).isEqualTo("We have missed you! Could you come to our next one?");
        assertThat(come.reason().in(Locale.US, ZoneOffset.UTC))
                .isEqualTo("About to slip: moves down to “Contributing” on Jun 10, 2027 unless they act again");
        clock.tick(Duration.ofDays(105));
        NextAsk bring = asks.next(neighbors.organizationId(), List.of(nia, sam)).get(nia);
        assertThat(bring.family()).isEqualTo(AskFamily.BRING);
    }

    @Test
    void nobody_who_slips_is_asked_twice_or_against_a_no() {
        SupporterId nia = supporter();
        actions.record(system, Evidence.verified(nia, ActionType.ATTENDED, clock.instant()));
        clock.tick(Duration.ofDays(211));
        NextAsk come = asks.next(neighbors.organizationId(), List.of(nia)).get(nia);
        asks.asked(system, nia, come.askId(), AskOutcome.OPEN, "");
        assertThat(asks.next(neighbors.organizationId(), List.of(nia))).isEmpty();
        asks.asked(system, nia, come.askId(), AskOutcome.SILENT, "");
        assertThat(asks.next(neighbors.organizationId(), List.of(nia)))
                .extractingByKey(nia)
                .extracting(NextAsk::family)
                .as("the same again only after its pause; meanwhile what else keeps the rung")
                .isEqualTo(AskFamily.SHIFT);
        asks.asked(system, nia, come.askId(), AskOutcome.DECLINED, "");
        assertThat(asks.next(neighbors.organizationId(), List.of(nia))).isEmpty();
    }

    @Test
    void new_evidence_ends_the_asking_back() {
        SupporterId nia = supporter();
        actions.record(system, Evidence.verified(nia, ActionType.ATTENDED, clock.instant()));
        clock.tick(Duration.ofDays(211));
        actions.record(system, Evidence.said(nia, ActionType.REPLIED, clock.instant()));
        assertThat(asks.next(neighbors.organizationId(), List.of(nia)).get(nia).back())
                .as("a reply alone keeps no one among those who come")
                .isTrue();
        actions.record(system, Evidence.verified(nia, ActionType.ATTENDED, clock.instant()));
        assertThat(asks.next(neighbors.organizationId(), List.of(nia)).get(nia).back())
                .isFalse();
    }

    private List<SupporterId> found(FilterLine line) {
        return matching(filters.criterion(line.kind()).orElseThrow().matching(neighbors.organizationId(), line));
    }
}
