package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import java.util.List;
import java.util.Optional;
import org.rung.actions.ActionType;
import org.springframework.stereotype.Component;

/** What people are to do in the end. */
@Component
class GoalCard implements StepCard {
    private static final List<ActionType> GOALS = List.of(
            ActionType.ATTENDED,
            ActionType.RSVPED,
            ActionType.SIGNED,
            ActionType.POLLED,
            ActionType.CONTACTED,
            ActionType.RECRUITED,
            ActionType.SHARED,
            ActionType.HOSTED,
            ActionType.PLEDGED,
            ActionType.GAVE,
            ActionType.ANSWERED,
            ActionType.REPLIED);

    @Override
    public Step step() {
        return Step.GOAL;
    }

    @Override
    public void show(Scene scene) {
        var chips = div("row wrap");
        chips.getElement().setAttribute("role", "group");
        chips.getElement().setAttribute("aria-label", scene.words("campaigns.step.GOAL"));
        for (var type : GOALS) {
            boolean on = scene.campaign().goal().filter(goal -> goal == type).isPresent();
            var chip = button(
                    on ? "chip on goal" : "chip goal",
                    scene.words("scripts.action." + type),
                    () -> scene.save(draft -> draft.withGoal(on ? Optional.empty() : Optional.of(type))));
            chip.getElement().setAttribute("aria-pressed", String.valueOf(on));
            chip.setEnabled(scene.writable() && scene.draft());
            chips.add(chip);
        }
        scene.panel().add(chips);
        if (!scene.draft()) scene.panel().add(span("muted small", scene.words("campaigns.frozen")));
    }
}
