package org.rung.reshaping;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionType;
import org.rung.actions.Evidence;
import org.rung.cast.Screens;
import org.rung.common.Actor;
import org.rung.common.Role;
import org.rung.ladder.LadderKind;
import org.rung.ladder.LadderStory;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A coordinator at the screen: from a sentence to a rule, to the people it would move, to the ladder, and back. */
class RulesScreensTest extends LadderStory {
    @Autowired
    ApplicationContext house;

    @Autowired
    Drafts drafts;

    @Autowired
    LadderRuns runs;

    @Test
    void from_a_rule_to_the_people_it_would_move_and_back() {
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        SupporterId nia = supporter();
        actions.record(system, Evidence.said(nia, ActionType.GAVE, clock.instant()));
        screens().as(cory, window -> {
            assertThat(Screens.on(window, ReshapingPaths.RULES))
                    .contains(
                            "This is the ladder as it is",
                            "4 Attending",
                            "came, in the last 120 days",
                            "stays 120 more days");
            Screens.press(window, "Retire…: Contributing");
            Screens.press(window, "Retire");
            assertThat(Screens.words(window))
                    .contains("A draft, last changed by", "Takes in the people of “Contributing”")
                    .doesNotContain("3 Contributing");
            Screens.press(window, "See who would move");
            finish(cory, RunKind.PREVIEW);
            assertThat(Screens.on(window, ReshapingPaths.RULES))
                    .contains("Nobody would rise, 1 person would fall", "Show them");
            LadderRunId run =
                    runs.latest(cory, ladder(), RunKind.PREVIEW).orElseThrow().runId();
            assertThat(Screens.on(window, ReshapingPaths.preview(run)))
                    .contains("Nia", "From Contributing to Observing");
            Screens.on(window, ReshapingPaths.RULES);
            Screens.write(window, "Why (for the history)", "Too many rungs");
            clock.tick(Duration.ofMinutes(1));
            Screens.press(window, "Apply");
            finish(cory, RunKind.APPLY);
            assertThat(Screens.on(window, ReshapingPaths.RULES))
                    .contains("Version 2", "Too many rungs", "1 person fell", "3 Attending");
            assertThat(standing(nia).position()).isEqualTo(1);
            clock.tick(Duration.ofMinutes(1));
            Screens.press(window, "Undo");
            pressInDialog(window, "Undo");
            finish(cory, RunKind.APPLY);
            assertThat(Screens.on(window, ReshapingPaths.RULES)).contains("as version 1 was", "3 Contributing");
        });
        assertThat(standing(nia).position()).isEqualTo(3);
    }

    @Test
    void a_rule_is_changed_in_its_fields_and_said_in_a_sentence() {
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        screens().as(cory, window -> {
            Screens.on(window, ReshapingPaths.RULES);
            Screens.press(window, "Rule…: Endorsing");
            IntegerField days = window.find(IntegerField.class).all().stream()
                    .filter(field -> field.getLabel().equals("In the last days"))
                    .findFirst()
                    .orElseThrow();
            days.setValue(90);
            Screens.press(window, "Keep in the draft");
            assertThat(Screens.words(window)).contains("in the last 90 days", "Changed", "stays 90 more days");
        });
        assertThat(ladders.of(neighbors.organizationId(), LadderKind.COMMITMENT)
                        .rung(2)
                        .rule()
                        .orElseThrow()
                        .days())
                .as("not before it is applied")
                .isEqualTo(180);
        assertThat(drafts.of(cory, ladder())
                        .shape()
                        .rungs()
                        .get(1)
                        .rule()
                        .orElseThrow()
                        .days())
                .isEqualTo(90);
    }

    @Test
    void a_dialog_that_stood_open_while_another_drew_overwrites_nothing_and_says_who_it_was() {
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        Actor.Member ada = neighbors.member(Role.ADMIN);
        screens().as(cory, window -> {
            Screens.on(window, ReshapingPaths.RULES);
            Screens.press(window, "Retire…: Contributing");
            var seen = drafts.of(ada, ladder());
            drafts.save(
                    ada,
                    ladder(),
                    0,
                    seen.shape()
                            .without(
                                    seen.shape().rungs().get(4).rungId(),
                                    seen.shape().rungs().get(3).rungId()));
            Screens.press(window, "Retire");
            assertThat(Screens.words(window))
                    .contains("changed this draft meanwhile", "3 Contributing")
                    .doesNotContain("5 Hosting");
        });
        assertThat(drafts.of(cory, ladder()).shape().rungs()).hasSize(5);
    }

    private void finish(Actor.Member cory, RunKind kind) {
        runs.finish(cory, runs.latest(cory, ladder(), kind).orElseThrow().runId());
    }

    /** The last one by this name: dialogs come after what they cover. */
    private static void pressInDialog(BrowserlessUIContext window, String name) {
        var buttons = window.find(Button.class).all().stream()
                .filter(button -> button.getText().equals(name))
                .toList();
        buttons.getLast().click();
        window.roundTrip();
    }

    private Screens screens() {
        return new Screens(house, db);
    }
}
