package org.rung.asks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionType;
import org.rung.actions.Evidence;
import org.rung.cast.Screens;
import org.rung.commitments.AskFamily;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.ladder.LadderStory;
import org.rung.ladder.MoveCause;
import org.rung.ladder.MovesByHand;
import org.rung.people.PeoplePaths;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A supporter's page as a coordinator uses it: promises, what they did, what to ask. */
class SupporterPageTest extends LadderStory {
    @Autowired
    ApplicationContext house;

    @Autowired
    Commitments commitments;

    @Autowired
    MovesByHand byHand;

    @Test
    void a_coordinator_says_what_became_of_a_promise_and_where_they_stand_follows() {
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        SupporterId nia = supporter();
        promises(nia, "Thursday's meeting");
        promises(nia, "Saturday's walk");

        screens().as(cory, window -> {
            assertThat(Screens.on(window, PeoplePaths.supporter(nia)))
                    .contains("Promises", "Thursday's meeting", "Saturday's walk", "Commitment: Observing");
            Screens.press(window, "Kept: Thursday's meeting");
            assertThat(Screens.words(window)).contains("Earlier promises (1)", "written down by hand");
            Screens.press(window, "Kept: Saturday's walk");
            assertThat(Screens.words(window)).contains("Commitment: Attending", "Nothing is open.");
            Screens.press(window, "Not kept: Saturday's walk");
            assertThat(Screens.words(window)).contains("Commitment: Observing");
        });
        assertThat(commitments.of(cory, nia, 10))
                .extracting(one -> one.state())
                .containsExactly(CommitmentState.BROKEN, CommitmentState.KEPT);
    }

    @Test
    void a_coordinator_voids_what_was_recorded_by_mistake_and_says_why() {
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        SupporterId nia = supporter();
        actions.record(system, Evidence.verified(nia, ActionType.ATTENDED, clock.instant()));

        screens().as(cory, window -> {
            assertThat(Screens.on(window, PeoplePaths.supporter(nia))).contains("Commitment: Attending");
            Screens.press(window, "Void: Came");
            Screens.press(window, "Void it");
            assertThat(standing(nia).position()).as("not without a reason").isEqualTo(4);
            Screens.write(window, "Why?", "Her sister was at the door");
            Screens.press(window, "Void it");
            assertThat(Screens.words(window))
                    .contains("Commitment: Observing", "Voided: Her sister was at the door")
                    .doesNotContain("Void…");
        });
        assertThat(standing(nia).position()).isEqualTo(1);
        assertThat(audited()).containsExactly("action.voided ATTENDED · supporter " + nia.text());
    }

    @Test
    void a_mistyped_move_is_voided_in_the_history_and_holds_no_rung() {
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        SupporterId nia = supporter();
        actions.record(system, Evidence.said(nia, ActionType.SIGNED, clock.instant()));
        clock.tick(Duration.ofDays(1));
        standings.moveByHand(cory, ladder(), nia, 6, "one-to-one");

        screens().as(cory, window -> {
            assertThat(Screens.on(window, PeoplePaths.supporter(nia))).contains("Commitment: Leading");
            Screens.press(window, "Void the move by hand: From Endorsing to Leading");
            Screens.write(window, "Why?", "That was Nia from the choir");
            Screens.press(window, "Void it");
            assertThat(Screens.words(window))
                    .contains("Commitment: Endorsing", "no longer counts", "That was Nia from the choir");
        });
        assertThat(standing(nia).position()).isEqualTo(2);
        assertThat(audited()).containsExactly("move.voided 2 → 6 · supporter " + nia.text());
    }

    @Test
    void moves_are_voided_by_coordinators_of_this_organization_and_only_those_by_hand() {
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        SupporterId nia = supporter();
        actions.record(system, Evidence.said(nia, ActionType.SIGNED, clock.instant()));
        long rise = moves(nia).getFirst().moveId();
        assertThatThrownBy(() -> byHand.voidMove(cory, rise, "no")).isInstanceOf(Problem.Missing.class);
        standings.moveByHand(cory, ladder(), nia, 5, "hosted us all");
        long move = moves(nia).stream()
                .filter(one -> one.cause() == MoveCause.HAND)
                .findFirst()
                .orElseThrow()
                .moveId();
        assertThatThrownBy(() -> byHand.voidMove(neighbors.member(Role.ORGANIZER), move, "no"))
                .isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> byHand.voidMove(strangers().member(Role.ADMIN), move, "no"))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> byHand.voidMove(cory, move, " ")).isInstanceOf(Problem.Invalid.class);
        assertThat(standing(nia).position()).isEqualTo(5);
        byHand.voidMove(cory, move, "a slip");
        byHand.voidMove(cory, move, "again");
        assertThat(standing(nia).position()).isEqualTo(2);
        assertThat(audited()).hasSize(1);
    }

    private Screens screens() {
        return new Screens(house, db);
    }

    private List<String> audited() {
        return db.fetch(
                        "select verb, detail from audit_log where organization_id = ? and verb <> 'supporter.seen' order by audit_id",
                        neighbors.organizationId().value())
                .map(row -> row.get(0) + " " + row.get(1));
    }

    private void promises(SupporterId who, String title) {
        clock.tick(Duration.ofSeconds(1));
        commitments.promise(system, who, AskFamily.COME, title, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
