package org.rung.confirmations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionType;
import org.rung.actions.Evidence;
import org.rung.actions.Verification;
import org.rung.cast.Screens;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.ladder.Ladder;
import org.rung.ladder.LadderKind;
import org.rung.ladder.LadderStory;
import org.rung.ladder.LadderVersions;
import org.rung.ladder.Rule;
import org.rung.ladder.Shape;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whoever leads is proposed, and a member who talked with them decides. */
class ConfirmationsTest extends LadderStory {
    @Autowired
    ApplicationContext house;

    @Autowired
    Confirmations confirmations;

    @Autowired
    LadderVersions versions;

    private Actor.Member cory;

    @BeforeEach
    void leading_is_confirmed() {
        cory = neighbors.member(Role.COORDINATOR);
        Ladder now = ladders.of(neighbors.organizationId(), LadderKind.COMMITMENT);
        Rule led = Rule.anyOf(new Rule.Evidence.Has(EnumSet.of(ActionType.LED), 180, Verification.SELF, 1));
        versions.apply(
                cory,
                now.ladderId(),
                1,
                Shape.of(now)
                        .with(now.rungs().stream()
                                .map(rung -> rung.position() == 6 ? rung.reachedBy(Optional.of(led), true) : rung)
                                .toList()),
                "");
        clock.tick(Duration.ofMinutes(1));
    }

    @Test
    void whoever_meets_the_rule_waits_for_a_member_and_does_not_move_alone() {
        SupporterId nia = led();
        assertThat(standing(nia).position()).isEqualTo(1);
        assertThat(waiting()).singleElement().satisfies(one -> {
            assertThat(one.supporterId()).isEqualTo(nia);
            assertThat(one.position()).isEqualTo(6);
            assertThat(one.evidence())
                    .singleElement()
                    .satisfies(proof -> assertThat(proof.of()).isEqualTo("LED"));
        });
        confirmations.confirm(cory, ladder(), nia, "We talked on her porch");
        assertThat(standing(nia).position()).isEqualTo(6);
        assertThat(standing(nia).cause().of()).isEqualTo("We talked on her porch");
        assertThat(waiting()).isEmpty();
        assertThatThrownBy(() -> confirmations.confirm(cory, ladder(), nia, "again"))
                .isInstanceOf(Problem.Conflict.class);
        clock.tick(Duration.ofDays(3000));
        assertThat(standing(nia).position())
                .as("only a member leads away again")
                .isEqualTo(6);
    }

    @Test
    void whoever_was_declined_comes_again_by_newer_evidence_alone() {
        SupporterId nia = led();
        confirmations.decline(cory, ladder(), nia, "Wants to wait until spring");
        assertThat(waiting()).isEmpty();
        actions.record(system, Evidence.said(nia, ActionType.SIGNED, clock.instant()));
        assertThat(waiting()).isEmpty();
        clock.tick(Duration.ofDays(1));
        actions.record(system, Evidence.said(nia, ActionType.LED, clock.instant()));
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void nobody_is_proposed_by_what_was_voided_or_is_too_long_ago() {
        SupporterId nia = supporter();
        var led = actions.record(system, Evidence.said(nia, ActionType.LED, clock.instant()));
        actions.voidAction(system, led, "another Nia");
        assertThat(waiting()).isEmpty();
        led();
        assertThat(waiting()).hasSize(1);
        clock.tick(Duration.ofDays(180));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void only_who_may_move_by_hand_decides_and_only_about_their_own() {
        SupporterId nia = led();
        assertThatThrownBy(() -> confirmations.confirm(neighbors.member(Role.ORGANIZER), ladder(), nia, "yes"))
                .isInstanceOf(Problem.Refused.class);
        Actor.Member spy = strangers().member(Role.ADMIN);
        assertThat(confirmations.page(spy, Page.Wanted.first(10)).rows()).isEmpty();
        assertThatThrownBy(() -> confirmations.decline(spy, ladder(), nia, "no"))
                .isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> confirmations.confirm(cory, ladder(), nia, " "))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(standing(nia).position()).isEqualTo(1);
    }

    @Test
    void the_list_pages_and_each_is_there_once() {
        for (int i = 0; i < 5; i++) {
            led();
            clock.tick(Duration.ofMinutes(1));
        }
        var first = confirmations.page(cory, Page.Wanted.first(3));
        var second = confirmations.page(cory, new Page.Wanted(first.next(), 3));
        assertThat(first.rows()).hasSize(3).doesNotContainAnyElementsOf(second.rows());
        assertThat(second.rows()).hasSize(2);
        assertThat(second.next()).isEmpty();
    }

    @Test
    void a_coordinator_confirms_on_the_screen_with_words() {
        SupporterId nia = led();
        new Screens(house, db).as(cory, window -> {
            assertThat(Screens.on(window, ConfirmationsPaths.CONFIRM))
                    .contains("Nia", "From Observing to Leading", "Led");
            Screens.press(window, "Confirm: Nia");
            Screens.write(window, "Why?", "Runs the team of her building");
            Screens.press(window, "Confirm");
            assertThat(Screens.words(window)).contains("Nobody waits");
        });
        assertThat(standing(nia).position()).isEqualTo(6);
    }

    private SupporterId led() {
        SupporterId nia = supporter();
        actions.record(system, Evidence.said(nia, ActionType.LED, clock.instant()));
        return nia;
    }

    private List<Proposal> waiting() {
        return confirmations.page(cory, Page.Wanted.first(50)).rows();
    }
}
