package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.actions.ActionType;
import org.rung.campaigns.CampaignLimits;
import org.rung.campaigns.CampaignTerms;
import org.rung.common.Problem;
import org.springframework.stereotype.Component;

/** What people are to do in the end. */
@Component
class GoalCard implements StepCard {
    private final CampaignLimits limits;
    private final RungGoals rungs;

    GoalCard(CampaignLimits limits, RungGoals rungs) {
        this.limits = limits;
        this.rungs = rungs;
    }

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
        scene.panel().add(chips, rungs.of(scene));
        if (scene.campaign().aims()) scene.panel().add(number(scene));
        if (!scene.draft()) scene.panel().add(span("muted small", scene.words("campaigns.frozen")));
    }

    /** It may change while the campaign runs: what was hoped for is not what people were told. */
    private Div number(Scene scene) {
        var number = new IntegerField(scene.words("campaigns.goal.number"));
        number.setMin(1);
        number.setMax(CampaignTerms.LARGEST_GOAL);
        number.setClearButtonVisible(scene.writable());
        number.setReadOnly(!scene.writable());
        number.setHelperText(scene.words("campaigns.goal.number.help"));
        scene.campaign().terms().goalNumber().ifPresent(number::setValue);
        number.addValueChangeListener(change -> {
            if (!change.isFromClient()) return;
            try {
                limits.aim(scene.actor(), scene.campaign().campaignId(), Optional.ofNullable(change.getValue()));
                said(scene.words("campaigns.saved"));
            } catch (Problem refused) {
                number.setErrorMessage(Sentences.of(refused));
                number.setInvalid(true);
            }
        });
        return div("row wrap", number);
    }
}
