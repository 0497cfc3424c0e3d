package org.rung.asks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
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
        assertThat(come.reason().in(Locale.US, ZoneOffset.UTC)).isEqualTo("Signed on Oct 13");
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
        while (asks.hearSilence(100)) {}
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

    private List<SupporterId> found(FilterLine line) {
        return matching(filters.criterion(line.kind()).orElseThrow().matching(neighbors.organizationId(), line));
    }
}
