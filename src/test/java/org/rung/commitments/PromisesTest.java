package org.rung.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionId;
import org.rung.actions.ActionType;
import org.rung.actions.Evidence;
import org.rung.asks.Asks;
import org.rung.cast.Announcements;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.ladder.LadderStory;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

class PromisesTest extends LadderStory {
    @Autowired
    Commitments commitments;

    @Autowired
    Keepers keepers;

    @Autowired
    Asks asks;

    @Autowired
    Announcements announcements;

    @Test
    void who_does_what_they_promised_is_ready_for_the_next_ask() {
        SupporterId nia = supporter();
        actions.record(system, Evidence.said(nia, ActionType.SIGNED, clock.instant()));
        assertThat(ready(nia)).isTrue();
        promises(nia, AskFamily.COME, Optional.empty());
        assertThat(ready(nia)).as("one thing at a time").isFalse();

        clock.tick(Duration.ofDays(2));
        actions.record(system, Evidence.verified(nia, ActionType.ATTENDED, clock.instant()));

        assertThat(promise(nia).state()).isEqualTo(CommitmentState.KEPT);
        assertThat(promise(nia).settledBy()).contains(SettledBy.ACTION);
        assertThat(promise(nia).settledAt()).contains(clock.instant());
        assertThat(ready(nia)).isTrue();
    }

    @Test
    void coming_twice_as_promised_reaches_the_fourth_rung_though_only_they_say_so() {
        SupporterId nia = supporter();
        promises(nia, AskFamily.COME, Optional.empty());
        clock.tick(Duration.ofDays(2));
        actions.record(system, Evidence.said(nia, ActionType.ATTENDED, clock.instant()));
        assertThat(standing(nia).position()).as("one is not enough").isLessThan(4);
        promises(nia, AskFamily.COME, Optional.empty());
        clock.tick(Duration.ofDays(2));
        ActionId second = actions.record(system, Evidence.said(nia, ActionType.ATTENDED, clock.instant()));
        assertThat(standing(nia).position()).isEqualTo(4);

        actions.voidAction(system, second, "It was her sister");

        assertThat(promise(nia).state()).isEqualTo(CommitmentState.PROMISED);
        assertThat(standing(nia).position()).isLessThan(4);
    }

    @Test
    void a_promise_breaks_three_days_after_it_was_due_or_thirty_days_after_it_was_made() {
        SupporterId nia = supporter();
        SupporterId sam = supporter();
        actions.recordAll(
                system,
                List.of(
                        Evidence.said(nia, ActionType.SIGNED, clock.instant()),
                        Evidence.said(sam, ActionType.SIGNED, clock.instant())));
        Instant thursday = clock.instant().plus(Duration.ofDays(2));
        promises(nia, AskFamily.COME, Optional.of(thursday));
        promises(sam, AskFamily.COME, Optional.empty());
        clock.set(thursday.plus(Duration.ofDays(3)).minusSeconds(1));
        breakOverdue();
        assertThat(promise(nia).state()).isEqualTo(CommitmentState.PROMISED);

        clock.tick(Duration.ofSeconds(1));
        breakOverdue();
        assertThat(promise(nia).state()).isEqualTo(CommitmentState.BROKEN);
        assertThat(promise(nia).settledBy()).contains(SettledBy.TIME);
        assertThat(ready(nia)).as("can be asked again").isTrue();
        assertThat(promise(sam).state()).isEqualTo(CommitmentState.PROMISED);

        clock.tick(Duration.ofDays(25).plusSeconds(2));
        breakOverdue();
        assertThat(promise(sam).state()).isEqualTo(CommitmentState.BROKEN);
    }

    @Test
    void a_list_from_the_door_that_comes_late_mends_what_the_time_broke() {
        SupporterId nia = supporter();
        Instant thursday = clock.instant().plus(Duration.ofDays(2));
        promises(nia, AskFamily.COME, Optional.of(thursday));
        clock.tick(Duration.ofDays(12));
        breakOverdue();
        assertThat(promise(nia).state()).isEqualTo(CommitmentState.BROKEN);

        ActionId came = actions.record(system, Evidence.verified(nia, ActionType.ATTENDED, thursday));
        assertThat(promise(nia).state()).isEqualTo(CommitmentState.KEPT);
        assertThat(promise(nia).settledAt()).contains(thursday);

        actions.voidAction(system, came, "Another Nia");
        assertThat(promise(nia).state()).isEqualTo(CommitmentState.BROKEN);
    }

    @Test
    void of_two_records_of_one_evening_the_other_keeps_the_promise_when_one_is_voided() {
        SupporterId nia = supporter();
        promises(nia, AskFamily.COME, Optional.empty());
        clock.tick(Duration.ofDays(1));
        ActionId sheet = actions.record(system, Evidence.verified(nia, ActionType.ATTENDED, clock.instant()));
        clock.tick(Duration.ofMinutes(5));
        actions.record(system, Evidence.verified(nia, ActionType.ATTENDED, clock.instant()));

        actions.voidAction(system, sheet, "Twice on the sheet");

        assertThat(promise(nia).state()).isEqualTo(CommitmentState.KEPT);
        assertThat(promise(nia).settledAt()).contains(clock.instant());
    }

    @Test
    void what_someone_decided_stands_against_deeds_and_time_and_can_be_put_right() {
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        SupporterId nia = supporter();
        CommitmentId first = promises(nia, AskFamily.COME, Optional.empty());
        commitments.settle(cory, first, CommitmentState.RELEASED);
        clock.tick(Duration.ofDays(1));
        actions.record(system, Evidence.said(nia, ActionType.ATTENDED, clock.instant()));
        clock.tick(Duration.ofDays(60));
        breakOverdue();
        assertThat(promise(nia).state()).isEqualTo(CommitmentState.RELEASED);

        CommitmentId second = promises(nia, AskFamily.COME, Optional.empty());
        commitments.settle(cory, first, CommitmentState.KEPT);
        commitments.settle(cory, second, CommitmentState.KEPT);
        assertThat(standing(nia).position()).isEqualTo(4);
        assertThat(promise(nia).settledBy()).contains(SettledBy.HAND);

        commitments.settle(cory, second, CommitmentState.BROKEN);
        commitments.settle(cory, second, CommitmentState.BROKEN);
        assertThat(standing(nia).position()).as("a slip of the hand").isEqualTo(1);
    }

    @Test
    void a_texter_settles_nothing_and_nothing_crosses_into_another_organization() {
        SupporterId nia = supporter();
        CommitmentId promise = promises(nia, AskFamily.COME, Optional.empty());
        assertThatThrownBy(() -> commitments.settle(neighbors.member(Role.TEXTER), promise, CommitmentState.KEPT))
                .isInstanceOf(Problem.Refused.class);
        Actor.Member spy = strangers().member(Role.ADMIN);
        assertThatThrownBy(() -> commitments.settle(spy, promise, CommitmentState.KEPT))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> commitments.get(spy, promise)).isInstanceOf(Problem.Missing.class);
        commitments.release(spy, List.of(promise));
        assertThat(commitments.of(spy, nia, 10)).isEmpty();
        assertThat(promise(nia).state()).isEqualTo(CommitmentState.PROMISED);
    }

    @Test
    void a_batch_is_announced_once_and_two_nodes_break_each_promise_once() throws Exception {
        List<SupporterId> people = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            people.add(supporter());
        }
        people.forEach(who -> promises(who, AskFamily.COME, Optional.empty()));
        clock.tick(Duration.ofDays(1));
        actions.recordAll(
                system,
                people.subList(0, 10).stream()
                        .map(who -> Evidence.verified(who, ActionType.ATTENDED, clock.instant()))
                        .toList());
        assertThat(settled())
                .singleElement()
                .satisfies(one -> assertThat(one.settled())
                        .hasSize(10)
                        .allMatch(promise -> promise.after() == CommitmentState.KEPT));

        clock.tick(Duration.ofDays(30));
        try (var nodes = Executors.newFixedThreadPool(2)) {
            var one = nodes.submit(this::breakOverdue);
            var other = nodes.submit(this::breakOverdue);
            one.get();
            other.get();
        }
        breakOverdue();
        assertThat(settled().stream()
                        .flatMap(one -> one.settled().stream())
                        .filter(one -> one.after() == CommitmentState.BROKEN))
                .extracting(CommitmentsSettled.Settled::supporterId)
                .containsExactlyInAnyOrderElementsOf(people.subList(10, 30));
    }

    private List<CommitmentsSettled> settled() {
        return announcements.of(CommitmentsSettled.class).stream()
                .filter(one -> one.organizationId().equals(neighbors.organizationId()))
                .toList();
    }

    private void breakOverdue() {
        while (keepers.breakOverdue(7)) {}
    }

    private CommitmentId promises(SupporterId who, AskFamily family, Optional<Instant> due) {
        clock.tick(Duration.ofSeconds(1));
        return commitments.promise(system, who, family, "Thursday", due, Optional.empty(), Optional.empty());
    }

    private Commitment promise(SupporterId who) {
        return commitments.of(system, who, 10).getFirst();
    }

    private boolean ready(SupporterId who) {
        return !asks.next(neighbors.organizationId(), List.of(who)).isEmpty();
    }
}
