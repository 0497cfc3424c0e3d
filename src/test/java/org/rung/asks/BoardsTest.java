package org.rung.asks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionType;
import org.rung.actions.Evidence;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.filters.FilterLine;
import org.rung.filters.Filters;
import org.rung.ladder.Ladder;
import org.rung.ladder.LadderKind;
import org.rung.ladder.LadderStory;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

class BoardsTest extends LadderStory {
    @Autowired
    Boards boards;

    @Autowired
    Filters filters;

    @Test
    void people_without_a_row_are_on_the_lowest_rung_of_board_and_filter() {
        SupporterId nia = supporter();
        SupporterId sam = supporter();
        SupporterId lee = supporter();
        actions.recordAll(
                system,
                List.of(
                        Evidence.said(nia, ActionType.SIGNED, clock.instant()),
                        Evidence.said(sam, ActionType.CLICKED, clock.instant())));
        Board board = boards.commitment(system, 7);
        assertThat(board.people()).isEqualTo(3);
        assertThat(board.levels()).extracting(Board.Level::people).containsExactly(2L, 1L, 0L, 0L, 0L, 0L);
        assertThat(on("1")).containsExactlyInAnyOrder(sam, lee);
        assertThat(on("2")).containsExactly(nia);
        assertThat(on("1", "2")).hasSize(3);
        assertThat(filters.criterion("rung").orElseThrow().choices(neighbors.organizationId()))
                .hasSize(12);
    }

    @Test
    void the_ready_are_paged_without_loss() {
        List<SupporterId> people = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            people.add(supporter());
        }
        actions.recordAll(
                system,
                people.stream()
                        .map(who -> Evidence.said(who, ActionType.SIGNED, clock.instant()))
                        .toList());
        List<SupporterId> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Board.Ready> page = boards.ready(system, 2, new Page.Wanted(after, 3));
            page.rows().forEach(row -> seen.add(row.supporterId()));
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(people).doesNotHaveDuplicates();
    }

    @Test
    void the_board_counts_moves_up_and_none_of_others() {
        actions.record(system, Evidence.said(supporter(), ActionType.SIGNED, clock.instant()));
        assertThat(boards.commitment(system, 30).levels().getFirst().up()).isEqualTo(1);
        Actor.Member spy = strangers().member(Role.ADMIN);
        assertThat(boards.commitment(spy, 30).up()).isZero();
    }

    @Test
    void every_ladder_has_a_board_of_its_own_on_which_nobody_is_ready_for_asks_of_another() {
        actions.record(system, Evidence.said(supporter(), ActionType.SIGNED, clock.instant()));
        List<Ladder> ladders = boards.ladders(system);
        assertThat(ladders).extracting(Ladder::kind).containsExactly(LadderKind.COMMITMENT, LadderKind.GIVING);
        Board giving = boards.of(system, ladders.getLast().ladderId(), 30);
        assertThat(giving.ladder().kind()).isEqualTo(LadderKind.GIVING);
        assertThat(giving.up()).isZero();
        assertThat(giving.ready()).isZero();
        assertThat(giving.levels().getFirst().people()).isEqualTo(1);
        assertThat(boards.commitment(system, 30).ready()).isEqualTo(1);
        Actor.Member spy = strangers().member(Role.ADMIN);
        assertThatThrownBy(() -> boards.of(spy, ladders.getLast().ladderId(), 30))
                .isInstanceOf(Problem.Missing.class);
    }

    private List<SupporterId> on(String... positions) {
        return matching(filters.criterion("rung")
                .orElseThrow()
                .matching(neighbors.organizationId(), new FilterLine("rung", "COMMITMENT", List.of(positions))));
    }
}
